package org.lfsrtoolkit.parallel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;

@AnalyzeClasses(packages = "org.lfsrtoolkit.parallel", importOptions = ImportOption.DoNotIncludeTests.class)
class ParallelArchitectureTest {

    @ArchTest
    static final ArchRule mapperKnowsNoAlgebraOfCycles = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lfsrtoolkit.core.factor..",
                    "org.lfsrtoolkit.core.integer..",
                    "org.lfsrtoolkit.core.sequence..",
                    "org.lfsrtoolkit.core.table..",
                    "org.lfsrtoolkit.core")
            .because("the two engines check each other only while they share no way of being wrong");

    @ArchTest
    static final ArchRule mapperSharesOnlyResultTypesWithTheExactEngine = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.lfsrtoolkit.core.cycle..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            JavaClass.Predicates.belongToAnyOf(CycleStructure.class, StateSpaceStructure.class))))
            .because("an answer found by walking must not come from the algebra");

    @ArchTest
    static final ArchRule schedulerKnowsNoMathematics = noClasses()
            .that()
            .resideInAnyPackage("org.lfsrtoolkit.parallel.schedule..", "org.lfsrtoolkit.parallel.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lfsrtoolkit.core.field..",
                    "org.lfsrtoolkit.core.polynomial..",
                    "org.lfsrtoolkit.core.matrix..",
                    "org.lfsrtoolkit.core.register..",
                    "org.lfsrtoolkit.core.cycle..",
                    "org.lfsrtoolkit.parallel.statespace..")
            .because("it schedules ranges of numbers and serves other work as well, nonlinear registers to come");
}

package org.lfsrtoolkit.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lfsrtoolkit.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "org.lfsrtoolkit.core.";

    @ArchTest
    static final ArchRule importsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("table")
            .definedBy(CORE + "table..")
            .layer("integer")
            .definedBy(CORE + "integer..")
            .layer("progress")
            .definedBy(CORE + "progress..")
            .layer("field")
            .definedBy(CORE + "field..")
            .layer("polynomial")
            .definedBy(CORE + "polynomial..")
            .layer("factor")
            .definedBy(CORE + "factor..")
            .layer("matrix")
            .definedBy(CORE + "matrix..")
            .layer("register")
            .definedBy(CORE + "register..")
            .optionalLayer("sequence")
            .definedBy(CORE + "sequence..")
            .layer("cycle")
            .definedBy(CORE + "cycle..")
            .layer("format")
            .definedBy(CORE + "format..")
            .layer("core")
            .definedBy("org.lfsrtoolkit.core")
            .whereLayer("core")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("core")
            .whereLayer("cycle")
            .mayOnlyBeAccessedByLayers("format", "core")
            .whereLayer("sequence")
            .mayOnlyBeAccessedByLayers("cycle", "format", "core")
            .whereLayer("register")
            .mayOnlyBeAccessedByLayers("sequence", "cycle", "format", "core")
            .whereLayer("matrix")
            .mayOnlyBeAccessedByLayers("register", "sequence", "cycle", "format", "core")
            .whereLayer("factor")
            .mayOnlyBeAccessedByLayers("matrix", "register", "sequence", "cycle", "format", "core")
            .whereLayer("polynomial")
            .mayOnlyBeAccessedByLayers("factor", "matrix", "register", "sequence", "cycle", "format", "core")
            .whereLayer("field")
            .mayNotAccessAnyLayer()
            .because("a reader who follows imports to the left always gets to something simpler");

    @ArchTest
    static final ArchRule tablesAreData = noClasses()
            .that()
            .resideInAPackage(CORE + "table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    CORE + "integer..", CORE + "progress..", CORE + "field..", CORE + "polynomial..", CORE + "factor..")
            .because("published figures must not depend on the code that they check");

    @ArchTest
    static final ArchRule kernelsUseThePlainJdk = noClasses()
            .that()
            .resideInAnyPackage(
                    CORE + "polynomial..", CORE + "factor..", CORE + "matrix..", CORE + "integer..", CORE + "table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.commons..", "com.fasterxml..", "picocli..", "javafx..")
            .because("Commons Math appears at the edge of core.field and in statistics only, files belong to the CLI");
}

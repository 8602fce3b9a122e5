package org.lfsrtoolkit.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lfsrtoolkit.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "org.lfsrtoolkit.cli.";

    @ArchTest
    static final ArchRule onlyTheSurfaceKnowsPicocli = noClasses()
            .that()
            .resideInAnyPackage(CLI + "report..", CLI + "input..", CLI + "analysis..", CLI + "batch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", CLI + "command..", CLI + "option..")
            .because("reports and batches must be usable and testable without a command line");

    @ArchTest
    static final ArchRule theDesktopAppIsNotSeen = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lfsrtoolkit.gui..", "javafx..")
            .because("the command line runs where there is no screen");

    @ArchTest
    static final ArchRule inputKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage(CLI + "input..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lfsrtoolkit.parallel..", "org.lfsrtoolkit.core.cycle..", CLI + "analysis..")
            .because("what a row says does not depend on how it is answered");

    @ArchTest
    static final ArchRule oneRowAtATime = noClasses()
            .that()
            .resideInAPackage(CLI + "analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI + "batch..", CLI + "report..", "com.fasterxml..")
            .because("an answer is the same wherever it is written");
}

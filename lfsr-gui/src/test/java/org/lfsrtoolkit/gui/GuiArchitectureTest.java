package org.lfsrtoolkit.gui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lfsrtoolkit", importOptions = ImportOption.DoNotIncludeTests.class)
class GuiArchitectureTest {

    @ArchTest
    static final ArchRule viewModelAndLayoutSeeNoToolkit = noClasses()
            .that()
            .resideInAnyPackage("..gui.viewmodel..", "..gui.layout..", "..gui.task..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .because("what is shown and where it goes is tested without a window");

    @ArchTest
    static final ArchRule viewModelKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("..gui.viewmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.cycle..", "..parallel..", "..gui.view..", "..gui.drawing..", "..gui.task..")
            .because("the view model is given an analyzer, so that tests can give it another");

    @ArchTest
    static final ArchRule desktopDoesNotSeeTheCommandLine = noClasses()
            .that()
            .resideInAPackage("..gui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..cli..")
            .because("the root launcher chooses between them, so that neither drags in the other's libraries");
}

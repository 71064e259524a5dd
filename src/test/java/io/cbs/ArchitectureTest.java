package io.cbs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The package rules of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.cbs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From top to bottom; a package uses packages below it alone, so there are no cycles. */
    private static final List<String> ORDER = List.of(
            "cli",
            "report",
            "fit",
            "run",
            "study",
            "train",
            "program",
            "optim",
            "workload",
            "nn",
            "data",
            "store",
            "measure",
            "plan",
            "config");

    @ArchTest
    static final ArchRule djlIsUsedByTrainAndProgram = only(Set.of("train", "program"), "ai.djl..");

    @ArchTest
    static final ArchRule theEnginesOwnClassesAreUsedByProgram = only(Set.of("program"), "ai.djl.pytorch..");

    @ArchTest
    static final ArchRule picocliIsUsedByCli = only(Set.of("cli"), "picocli..");

    @ArchTest
    static final ArchRule jacksonIsUsedByConfigStoreAndReport =
            only(Set.of("config", "store", "report"), "tools.jackson..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theSchemaValidatorIsUsedByConfig = only(Set.of("config"), "com.networknt..");

    @ArchTest
    static final ArchRule hipparchusIsUsedByFit = only(Set.of("fit"), "org.hipparchus..");

    @ArchTest
    static final ArchRule logbackIsUsedByCli = only(Set.of("cli"), "ch.qos.logback..");

    @ArchTest
    static final ArchRule fitKnowsOnlyWhatWasMeasured = classes()
            .that()
            .resideInAPackage("io.cbs.fit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.cbs.fit..",
                    "io.cbs.data..", // its random numbers, for resampling
                    "io.cbs.store..",
                    "io.cbs.measure..",
                    "io.cbs.plan..",
                    "io.cbs.config..",
                    "org.hipparchus..",
                    "java..");

    @ArchTest
    static final ArchRule noStaticFieldChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule timesAreOfJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.cbs.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static void everyPackageUsesThoseBelowItAlone(JavaClasses all) {
        Set<String> packages = all.stream()
                .map(type -> type.getPackageName().split("\\."))
                .map(parts -> parts[2])
                .collect(Collectors.toSet());
        assertThat(packages).as("packages, with their place in the order").containsExactlyInAnyOrderElementsOf(ORDER);
        for (int i = 1; i < ORDER.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(within(ORDER.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ORDER.subList(0, i).stream()
                            .map(ArchitectureTest::within)
                            .toArray(String[]::new))
                    .check(all);
        }
    }

    @ArchTest
    static void everyPackageSaysWhatItIs(JavaClasses all) throws IOException {
        Path sources = Path.of("src/main/java/io/cbs");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .collect(Collectors.toSet()))
                    .isNotEmpty()
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).isRegularFile());
        }
    }

    private static ArchRule only(Set<String> users, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        users.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static String within(String name) {
        return "io.cbs." + name + "..";
    }
}

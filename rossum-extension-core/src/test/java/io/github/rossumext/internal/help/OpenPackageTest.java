package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** On the class path, the JDK is the only code whose packages are not open. */
class OpenPackageTest {
  private static final Module OTHER = OpenPackageTest.class.getModule();
  private static final Module NAMED = ModuleLayer.boot().findModule("java.logging").orElseThrow();

  private record Own() {}

  private static Class<?> closed() throws ClassNotFoundException {
    return Class.forName("java.util.ImmutableCollections");
  }

  @Test
  void takesATypeInAnOpenPackage() {
    assertThatCode(() -> OpenPackage.require(Own.class, NAMED)).doesNotThrowAnyException();
  }

  @Test
  void takesAPublicTypeInAnExportedPackage() {
    assertThatCode(() -> OpenPackage.require(BigDecimal.class, NAMED)).doesNotThrowAnyException();
  }

  @Test
  void saysWhichLineToAdd() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenPackage.require(closed(), NAMED))
        .withMessage(
            HelpTopic.RECORDS_ON_THE_MODULE_PATH.explain(
                "Expected a type in an open package, found java.util.ImmutableCollections."
                    + " Add 'opens java.util to java.logging;' to the module-info.java of"
                    + " java.base"));
  }

  @Test
  void opensToAllIfTheUserHasNoName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenPackage.require(closed(), OTHER))
        .withMessageContaining("Add 'opens java.util;' to");
  }
}

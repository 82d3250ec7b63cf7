package io.github.rossumext.examples.vendormatching;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppliersTest {
  private static final Supplier ROBOYO = new Supplier(1, "Roboyo");
  private static final Supplier ROSSUM = new Supplier(2, "Rossum");
  private static final Supplier VOLVO = new Supplier(3, "Volvo");

  private final Suppliers suppliers;

  SuppliersTest() throws SQLException {
    suppliers = new Suppliers(SampleDatabase.create());
  }

  @Test
  void theDatabaseHoldsTheSuppliersOfTheTutorial() throws SQLException {
    assertThat(suppliers.withNameContaining("o")).containsExactly(ROBOYO, ROSSUM, VOLVO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"volvo", "VOLVO", "Vol", "lv", " Vol vo. ", "V.o,l\tv\u00a0o\n"})
  void caseCommasFullStopsAndBlanksMakeNoDifference(String name) throws SQLException {
    assertThat(suppliers.withNameContaining(name)).containsExactly(VOLVO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr oetker", "Oetker, s.r.o", "OETKERSRO"})
  void theyMakeNoDifferenceInTheDatabaseEither(String name) throws SQLException {
    Supplier oetker = new Supplier(4, "Dr. Oetker, S.R.O.");
    suppliers.add(oetker);

    assertThat(suppliers.withNameContaining(name)).containsExactly(oetker);
  }

  @Test
  void theIdDecidesTheOrder() throws SQLException {
    Supplier later = new Supplier(11, "Robotics");
    Supplier earlier = new Supplier(-1, "Robots");
    suppliers.add(later);
    suppliers.add(earlier);

    assertThat(suppliers.withNameContaining("robo")).containsExactly(earlier, ROBOYO, later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "vo%", "v_lvo", "\\", "'", "' OR '1'='1"})
  void aNameIsTakenLiterally(String name) throws SQLException {
    assertThat(suppliers.withNameContaining(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ", . ,", "\u00a0"})
  void anEmptyNameIsContainedInNone(String name) throws SQLException {
    assertThat(suppliers.withNameContaining(name)).isEmpty();
  }

  @Test
  void theLanguageOfTheMachineMakesNoDifference() throws SQLException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr")); // where the small letter of I is another one
    try {
      Supplier ikea = new Supplier(4, "IKEA");
      suppliers.add(ikea);
      assertThat(suppliers.withNameContaining("ikea")).containsExactly(ikea);
    } finally {
      Locale.setDefault(before);
    }
  }
}

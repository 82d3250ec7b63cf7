package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rossumext.value.Option;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Fields in the sidebar, in Chromium. */
@Tag("browser")
class FieldsScreenTest {
  private final Playground playground =
      Playground.open(
          TestExtension.endpoint(),
          TestExtension.SECRET,
          TestExtension.invoice().withOptions("vendor", Option.of("2207", "Paper Ltd")));
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  @Test
  void aFieldIsATextboxWhoseNameIsItsLabel() {
    WebElement field = screen.field("Order number");

    assertThat(field.getAriaRole()).isEqualTo("textbox");
    assertThat(field.getAccessibleName()).isEqualTo("Order number");
    assertThat(screen.field("Vendor").getAriaRole()).isEqualTo("combobox");
    assertThat(screen.button("Refresh from the ERP").getAriaRole()).isEqualTo("button");
  }

  @Test
  void leavingAChangedFieldSendsItAndShowsTheMessageBesideIt() {
    screen.enter(screen.field("Order number"), "12");

    screen.awaitAlert("The order number must have six digits.");
    WebElement field = screen.field("Order number");
    String messages = field.getDomAttribute("aria-describedby");
    assertThat(screen.find("#" + messages).getText())
        .contains("The order number must have six digits.");
    assertThat(screen.status()).contains("1 warning");
    assertThat(playground.exchanges())
        .last()
        .satisfies(
            exchange -> {
              assertThat(exchange.eventAndAction()).isEqualTo("annotation_content.updated");
              assertThat(exchange.cause()).isEqualTo("order_id = '12'");
            });

    screen.enter(screen.field("Order number"), "123456");

    screen.await(() -> screen.alerts().isEmpty());
  }

  @Test
  void leavingAFieldThatIsTheSameSendsNothing() {
    int before = playground.exchanges().size();

    screen.enter(screen.field("Order number"), screen.value(screen.field("Order number")));
    screen.enter(screen.field("Notes"), "seen");

    screen.await(() -> playground.exchanges().size() > before);
    assertThat(playground.exchanges().subList(before, playground.exchanges().size()))
        .extracting(exchange -> exchange.cause())
        .containsExactly("notes = 'seen'");
  }

  @Test
  void numbersAndDatesAreShownInTheFormatOfTheSchema() {
    screen.enter(screen.field("Total amount"), "1234567.5");
    screen.awaitValue(screen.field("Total amount"), "1,234,567.5");

    screen.enter(screen.field("Due date"), "2026-03-01");
    screen.awaitValue(screen.field("Due date"), "03/01/2026");

    screen.enter(screen.field("Due date"), "soon");
    screen.awaitAlert("This is not a date.");
    assertThat(screen.value(screen.field("Due date"))).isEqualTo("soon");
  }

  @Test
  void optionsThatARuleChangesAreThereAtOnce() {
    screen.enter(screen.field("Vendor name"), "Nordlicht");
    screen.awaitValue(screen.field("Vendor"), "Nordlicht North");

    screen.field("Vendor").sendKeys(Keys.chord(Keys.ALT, Keys.DOWN));

    assertThat(screen.texts("[role=listbox] [role=option]"))
        .containsExactly("Nordlicht North", "Nordlicht South");
    screen.press(Keys.DOWN, Keys.ENTER);
    screen.awaitValue(screen.field("Vendor"), "Nordlicht South");
    screen.await(
        () ->
            playground
                .exchanges()
                .get(playground.exchanges().size() - 1)
                .cause()
                .equals("vendor = '2'"));
  }

  @Test
  void theFilterOfADropdownLeavesWhatContainsTheText() {
    screen.enter(screen.field("Vendor name"), "Nordlicht");
    screen.awaitValue(screen.field("Vendor"), "Nordlicht North");

    screen.type(screen.field("Vendor"), "sou");

    assertThat(screen.texts("[role=listbox] [role=option]")).containsExactly("Nordlicht South");
    screen.press(Keys.ESCAPE);
    assertThat(screen.has("[role=listbox]")).isFalse();
    assertThat(screen.value(screen.field("Vendor"))).isEqualTo("Nordlicht North");
  }

  @Test
  void aValueOutsideTheOptionsIsKeptAndMarked() {
    try (Playground other =
        Playground.open(
            TestExtension.endpoint(),
            TestExtension.SECRET,
            TestExtension.invoice().withOptions("vendor", Option.of("1", "Another")))) {
      Screen there = Screen.of(other);

      assertThat(there.value(there.field("Vendor"))).isEqualTo("2207");
      assertThat(there.texts(".unknown")).containsExactly("unknown");
      there.awaitAlert("This is not among the options.");
    }
  }

  @Test
  void anEditThatRossumRefusesSaysWhyAndShowsTheOldText() {
    String before = screen.value(screen.field("Vendor"));

    screen.enter(screen.field("Vendor"), "nobody");

    screen.awaitAlert("has no option 'nobody'");
    assertThat(screen.value(screen.field("Vendor"))).isEqualTo(before);
  }

  @Test
  void escapeRestoresTheText() {
    WebElement field = screen.field("Order number");
    String before = screen.value(field);

    screen.type(field, "999");
    screen.press(Keys.ESCAPE);

    assertThat(screen.value(field)).isEqualTo(before);
  }

  @Test
  void whatTheUserTypesWhileAResponseIsAwaitedStays() {
    screen.type(screen.field("Notes"), "slow");
    screen.press(Keys.TAB);
    WebElement other = screen.field("Order number");
    screen.type(other, "4711");
    screen.press(Keys.LEFT);

    screen.await(() -> screen.status().startsWith("Waiting"));
    screen.await(() -> !screen.status().startsWith("Waiting"));

    assertThat(screen.value(other)).isEqualTo("4711");
    assertThat(screen.browser.switchTo().activeElement()).isEqualTo(other);
    assertThat(screen.browser.executeScript("return document.activeElement.selectionStart"))
        .isEqualTo(3L);
  }

  @Test
  void theFieldThatTheUserIsInStaysWhereItIs() {
    WebElement field = screen.field("Due date");
    field.click();
    double before = topOf(field);

    // as from another tab
    playground.act(Act.of(new EditAct()).with("path", "order_id").with("text", "12"));

    screen.awaitAlert("The order number must have six digits.");
    assertThat(topOf(field)).isCloseTo(before, within(1.0)); // a pixel
  }

  private double topOf(WebElement element) {
    Object top =
        screen.browser.executeScript("return arguments[0].getBoundingClientRect().top", element);
    return ((Number) Objects.requireNonNull(top)).doubleValue();
  }

  @Test
  void aMessageIsAnnouncedOnce() {
    screen.enter(screen.field("Order number"), "12");
    screen.awaitAlert("The order number must have six digits.");
    WebElement alert = screen.find("[role=alert]");

    screen.enter(screen.field("Notes"), "other");
    screen.await(() -> playground.exchanges().size() == 4);
    screen.await(() -> !screen.status().startsWith("Waiting"));

    assertThat(screen.find("[role=alert]")).isEqualTo(alert);
  }

  @Test
  void aTextOfSeveralLinesKeepsTheFocusWhileItBecomesOne() {
    try (Playground other =
        Playground.open(
            TestExtension.endpoint(),
            TestExtension.SECRET,
            TestExtension.invoice().withField("notes", "one\n2"))) {
      Screen there = Screen.of(other);
      there.field("Notes").click();

      there.press(Keys.chord(Keys.CONTROL, Keys.END), Keys.BACK_SPACE, Keys.BACK_SPACE);
      there.press(" more");

      assertThat(there.focused()).isEqualTo("Notes");
      assertThat(there.value(there.field("Notes"))).isEqualTo("one more");
    }
  }

  @Test
  void aFormulaIsMarkedAndReadOnly() {
    WebElement field = screen.field("Amount due");

    assertThat(field.getDomProperty("readOnly")).isEqualTo("true");
    assertThat(screen.has(".icon-formula")).isTrue();
  }

  @Test
  void valuesOfAListAreAddedAndRemoved() {
    int before = screen.browser.findElements(By.cssSelector(".value")).size();

    screen.button("Add Delivery note").click();
    screen.await(() -> screen.texts(".value").size() == before + 1);
    screen.button("Remove Delivery note 1").click();

    screen.await(() -> screen.texts(".value").size() == before);
  }

  @Test
  void theSwitchesShowIdsHiddenFieldsAndWhatNeedsAttention() {
    assertThat(screen.has("nav [aria-label='IBAN']")).isFalse();

    screen.find("[role=switch]:nth-of-type(1)");
    screen.browser.findElements(By.cssSelector("[role=switch]")).get(1).click();
    screen.find("nav [aria-label='IBAN']");

    screen.browser.findElements(By.cssSelector("[role=switch]")).get(2).click();
    screen.await(() -> screen.texts(".schema-id").contains("vendor_iban"));

    screen.browser.findElements(By.cssSelector("[role=switch]")).get(0).click();
    screen.await(() -> !screen.has("nav [aria-label='Invoice number']"));
  }

  @Test
  void theBoxOfThePageFollowsTheField() {
    screen.field("Invoice number").click();

    screen.await(() -> screen.has(".box.is-selected"));
    assertThat(screen.texts(".box.is-selected text")).isNotEmpty();
  }
}

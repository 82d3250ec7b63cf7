package io.github.rossumext.testkit.jqwik;

import java.util.List;

/** Texts that documents hold, by what their readers expect. */
final class SampleTexts {
  static final List<String> WORDS =
      List.of(
          "Papier",
          "Nordlicht GmbH",
          "450017",
          "A-1",
          "Tinte & Toner",
          "Škoda",
          "AB12",
          "DE811907980",
          "Freight",
          "box",
          "12",
          "x",
          "Line 1, Line 2",
          "o'Neill",
          "INV/2025-09");

  static final List<String> NASTY =
      List.of(
          " ",
          "\u00a0",
          " x ",
          "\t",
          "a\nb",
          "0",
          "-",
          "null",
          "None",
          "NaN",
          "true",
          "{}",
          "[]",
          "\"",
          "\\",
          "%s%n",
          "${x}",
          "'; DROP TABLE x; --",
          "<b>bold</b>",
          "<script>alert(1)</script>",
          "&amp;",
          "</p>",
          "\u05e9\u05dc\u05d5\u05dd",
          "\u0645\u0631\u062d\u0628\u0627 123",
          "\u202eabc",
          "e\u0301",
          "\u0130I\u0131i",
          "stra\u00dfe",
          "\ufb01",
          "\ud83d\udc69\u200d\ud83d\udc67",
          "\ud83d\ude00",
          "\u65e5\u672c",
          "\u200b",
          "\ufeffx",
          "\u0001");

  static final List<String> NUMBERS =
      List.of(
          "0",
          "0.00",
          "-0",
          "1",
          "-1",
          "+5",
          "0.1",
          "007",
          "0.0001",
          "1.005",
          "100",
          "99999999",
          "12345678901234567890",
          "-1234567.89",
          "1,234.50",
          "1 234,50",
          "1.234,50",
          "1'234.50",
          "1\u00a0234.5",
          "1234,5",
          ".5",
          "5.",
          "1e5",
          "(12.50)",
          "12 EUR",
          "19 %",
          "\u00bd",
          "\u0661\u0662\u0663",
          "--1",
          "1.2.3",
          "twelve",
          "Infinity");

  static final List<String> DATES =
      List.of(
          "2025-11-03",
          "2024-02-29",
          "2025-02-29",
          "2025-02-30",
          "1900-01-01",
          "9999-12-31",
          "0001-01-01",
          "2025-12-31",
          "3. 11. 2025",
          "3.11.2025",
          "11/03/2025",
          "03/11/2025",
          "3/11/25",
          "20251103",
          "2025-11",
          "0000-00-00",
          "3 Nov 2025",
          "2025-11-03T10:00:00Z",
          "today");

  // No other text: a document can hold none in a boolean field.
  static final List<String> BOOLEANS = List.of("", "True", "False");

  private SampleTexts() {}
}

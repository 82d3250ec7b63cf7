package io.github.rossumext.benchmarks;

/**
 * What the texts of a benchmark's document are written in: bytes of every length that UTF-8 has.
 */
public enum Language {
  /** One byte for each character. */
  ENGLISH("Bottle of still water, no. "),
  /** A character of two bytes now and then. */
  CZECH("Láhev stolní vody, č. "),
  /** The same, of other characters. */
  GERMAN("Flasche für Trinkwasser, Größe "),
  /** Characters of three bytes, and one of four. */
  CHINESE("瓶装水 500 毫升 💧 ");

  private final String item;

  Language(String item) {
    this.item = item;
  }

  /** Returns the text of a field or cell. */
  String text(int number) {
    return item + number;
  }
}

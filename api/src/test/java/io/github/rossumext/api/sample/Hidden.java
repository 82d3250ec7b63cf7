package io.github.rossumext.api.sample;

class Hidden {
  /** Shown in the subclass: nobody else has it. */
  public int inherited() {
    return 1;
  }
}

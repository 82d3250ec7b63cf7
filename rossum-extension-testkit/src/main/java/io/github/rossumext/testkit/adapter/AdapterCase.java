package io.github.rossumext.testkit.adapter;

/**
 * One thing that an adapter must do.
 *
 * @param name what it is
 * @param check fails if the adapter does not do it
 */
record AdapterCase(String name, Check check) {
  @FunctionalInterface
  interface Check {
    void run(Bench bench) throws Exception;
  }
}

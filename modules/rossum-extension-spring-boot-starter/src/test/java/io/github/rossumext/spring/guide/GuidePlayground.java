package io.github.rossumext.spring.guide;

import io.github.rossumext.spring.test.RossumPlayground;

// @start region="playground"
// docs: spring-boot-playground
class GuidePlayground {
  public static void main(String[] args) {
    RossumPlayground.run(GuideApplication::main, args);
  }
}
// end
// @end

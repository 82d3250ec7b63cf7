package io.github.rossumext.spring.guide;

// @start region="playground"
// docs: spring-boot-playground
import io.github.rossumext.spring.test.RossumPlayground;

class GuidePlayground {
  public static void main(String[] args) {
    RossumPlayground.run(GuideApplication::main, args);
  }
}
// end
// @end

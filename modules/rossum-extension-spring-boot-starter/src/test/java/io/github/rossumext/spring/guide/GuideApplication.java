package io.github.rossumext.spring.guide;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// docs: spring-boot-application
@SpringBootApplication
public class GuideApplication {
  public static void main(String[] args) {
    SpringApplication.run(GuideApplication.class, args);
  }
}
// end

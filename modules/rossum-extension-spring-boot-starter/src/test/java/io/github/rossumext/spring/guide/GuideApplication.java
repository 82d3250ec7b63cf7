package io.github.rossumext.spring.guide;

// docs: spring-boot-application
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GuideApplication {
  public static void main(String[] args) {
    SpringApplication.run(GuideApplication.class, args);
  }
}
// end

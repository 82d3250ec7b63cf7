package io.github.rossumext.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Makes the slice of a {@link RossumExtensionTest}. Spring Boot's own annotations for slices are in
 * other packages in 4.0, but this way is the same in both.
 */
final class SliceCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return TestContextAnnotationUtils.hasAnnotation(testClass, RossumExtensionTest.class)
        ? new Slice()
        : null;
  }

  /** All slices are equal, so that tests share contexts. */
  private record Slice() implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      ConfigurableListableBeanFactory beans = context.getBeanFactory();
      beans.registerSingleton("rossumSliceFilter", new SliceFilter());
      beans.registerScope(TestScope.NAME, new TestScope());
      new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) beans)
          .register(SliceConfiguration.class);
    }
  }
}

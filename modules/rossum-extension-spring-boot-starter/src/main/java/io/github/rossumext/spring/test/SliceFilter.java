package io.github.rossumext.spring.test;

import io.github.rossumext.HookHandler;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.HookEndpointCustomizer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Keeps the components of the application out of a slice that are not parts of the extension. */
final class SliceFilter extends TypeExcludeFilter {
  private static final List<AssignableTypeFilter> PARTS =
      List.of(
          new AssignableTypeFilter(ContentRule.class),
          new AssignableTypeFilter(HookHandler.class),
          new AssignableTypeFilter(HookEndpointCustomizer.class),
          new AssignableTypeFilter(HookListener.class));

  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
    for (AssignableTypeFilter part : PARTS) {
      if (part.match(reader, readers)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SliceFilter;
  }

  @Override
  public int hashCode() {
    return SliceFilter.class.hashCode();
  }
}

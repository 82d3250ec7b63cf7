package io.github.rossumext;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** What an author's compiler says to a registration. */
final class CompiledHandler {
  private CompiledHandler() {}

  /** The text that the compiler writes; {@code ""} if the registration is legal. */
  static String complaint(String registration) {
    String source =
        """
        import static io.github.rossumext.HookEvent.*;
        import static io.github.rossumext.payload.HookAction.*;
        import io.github.rossumext.*;
        import io.github.rossumext.payload.*;
        import io.github.rossumext.response.*;
        import io.github.rossumext.value.*;

        class Author {
          static final ContentResponse CONTENT = ContentResponse.empty();
          static final EmailResponse EMAIL = EmailResponse.importNothing();
          static final UploadResponse UPLOAD = UploadResponse.empty();
          static final JsonResponse JSON = JsonResponse.empty();
          static final NoResponse NONE = NoResponse.empty();

          static class EmailFilter implements HookHandler<EmailPayload, ContentResponse> {
            public ContentResponse handle(EmailPayload email, HookContext context) {
              return CONTENT;
            }
          }

          HookEndpoint.Builder endpoint = HookEndpoint.builder().%s;
        }
        """
            .formatted(registration);
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-classpath",
            locationOf(HookEndpoint.class) + File.pathSeparator + locationOf(NullMarked.class));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(new Source(source)));
    task.setLocale(Locale.ENGLISH);
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.toString();
  }

  private static Path locationOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Author.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

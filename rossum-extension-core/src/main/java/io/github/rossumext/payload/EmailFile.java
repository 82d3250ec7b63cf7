package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A file of an e-mail. Immutable and thread-safe. */
public final class EmailFile extends JsonView {
  EmailFile(RawJson raw) {
    super(raw);
  }

  /** Returns the name of the file. */
  public Optional<String> filename() {
    return text("filename");
  }

  /** Returns its media type. */
  public Optional<String> mimeType() {
    return text("mime_type");
  }

  /** Returns how many pages it has. */
  public OptionalLong nPages() {
    return number("n_pages");
  }

  /** Returns the document that was made of it. */
  public Optional<ResourceUrl> document() {
    return url("document");
  }

  /** Returns its id within the e-mail, which the response names; {@code ""} if it came without. */
  public String id() {
    return text("id").orElse("");
  }

  /** Returns its height in pixels, for a picture. */
  public Optional<BigDecimal> heightPx() {
    return decimal("height_px");
  }

  /** Returns its width in pixels, for a picture. */
  public Optional<BigDecimal> widthPx() {
    return decimal("width_px");
  }

  /**
   * Returns whether it is a PDF. The media type decides. If it is missing or the general {@code
   * application/octet-stream}, the name must end in {@code .pdf}.
   */
  public boolean isPdf() {
    String type = mimeType().map(EmailFile::withoutParameters).orElse("");
    boolean saysNothing = type.isEmpty() || type.equalsIgnoreCase("application/octet-stream");
    return saysNothing
        ? filename().filter(EmailFile::endsInPdf).isPresent()
        : type.equalsIgnoreCase("application/pdf");
  }

  private static String withoutParameters(String mediaType) {
    int parameters = mediaType.indexOf(';');
    return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip();
  }

  private static boolean endsInPdf(String filename) {
    return filename.strip().toLowerCase(Locale.ROOT).endsWith(".pdf");
  }
}

package io.github.rossumext.examples.vendormatching;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.regex.Pattern;

/** The message of a log line and its stack trace, without line breaks: see logback.xml. */
public final class OneLine extends ThrowableHandlingConverter {
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");

  @Override
  public String convert(ILoggingEvent event) {
    String line = event.getFormattedMessage();
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line += " " + ThrowableProxyUtil.asString(thrown).strip();
    }
    boolean isOneLine = line.indexOf('\n') < 0 && line.indexOf('\r') < 0;
    return isOneLine ? line : LINE_BREAKS.matcher(line).replaceAll(" | ");
  }
}

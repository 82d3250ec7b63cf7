package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes wrong with the first attempt to deliver an event, as an argument of an act. */
final class Delivery {
  static final String ARGUMENT = "delivery";

  /** Those that need no nodes and no store. */
  private static final List<DeliveryFault> FAULTS =
      List.of(
          DeliveryFault.NONE,
          DeliveryFault.REQUEST_LOST,
          DeliveryFault.RESPONSE_LOST,
          DeliveryFault.RESPONSE_LATE,
          DeliveryFault.ARRIVES_TWICE,
          DeliveryFault.ARRIVES_TWICE_AT_ONCE);

  private Delivery() {}

  static String name(DeliveryFault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what an act says; nothing goes wrong if it says nothing.
   *
   * @throws IllegalArgumentException if it is unknown
   */
  static DeliveryFault of(Act act) {
    JsonNode name = act.arguments().path(ARGUMENT);
    if (name.isMissingNode()) {
      return DeliveryFault.NONE;
    }
    return FAULTS.stream()
        .filter(fault -> name(fault).equals(name.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a delivery: "
                        + FAULTS.stream().map(Delivery::name).collect(Collectors.joining(", "))
                        + ", but found '"
                        + name.asText()
                        + "'."));
  }

  /** Does something while the first request of an event meets a fault. */
  static void during(
      RossumSimulator rossum, HookEvent<?, ?> event, DeliveryFault fault, Runnable work) {
    rossum.deliveryFaults(event, List.of(fault));
    try {
      work.run();
    } finally {
      rossum.deliveryFaults(event, List.of());
    }
  }

  /** Returns the call that sets the fault in a test, with the dot after it; {@code ""} for none. */
  static String inJava(String event, DeliveryFault fault) {
    return fault == DeliveryFault.NONE
        ? ""
        : "deliveryFaults(" + event + ", List.of(DeliveryFault." + fault.name() + ")).";
  }

  /** Returns the types that the call needs. */
  static List<String> imports(DeliveryFault fault) {
    return fault == DeliveryFault.NONE
        ? List.of()
        : List.of(HookEvent.class.getName(), DeliveryFault.class.getName(), List.class.getName());
  }

  /** Returns the words after those of an event, such as ", whose response is lost". */
  static String inWords(DeliveryFault fault) {
    return switch (fault) {
      case REQUEST_LOST -> ", whose request is lost";
      case RESPONSE_LOST -> ", whose response is lost";
      case RESPONSE_LATE -> ", whose response is late";
      case ARRIVES_TWICE -> ", which arrives twice";
      case ARRIVES_TWICE_AT_ONCE -> ", which arrives twice at once";
      default -> "";
    };
  }
}

package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.spring.RossumProperties.StoreType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Makes the endpoint of the properties and beans of an application. */
final class EndpointFactory {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointFactory.class);
  private static final long IDLE_SECONDS = 60;
  private static final String PUBLIC_URL =
      "Set rossum.public-url to the URL of the hook as Rossum sees it, such as"
          + " https://extension.example.com/rossum.";

  private final RossumProperties properties;
  private final ConfigurableListableBeanFactory beans;
  private final Environment environment;
  private final List<String> handled = new ArrayList<>();
  private final HookEndpoint.Builder builder = HookEndpoint.builder();

  EndpointFactory(
      RossumProperties properties, ConfigurableListableBeanFactory beans, Environment environment) {
    this.properties = properties;
    this.beans = beans;
    this.environment = environment;
  }

  /**
   * Returns the endpoint.
   *
   * @throws StartFailure if the properties or beans have a mistake
   */
  HookEndpoint endpoint() {
    Secrets.of(properties).forEach(builder::secret);
    addRules();
    addHandlers();
    try {
      setProperties();
      setDeliveries();
      beans.getBeanProvider(HookListener.class).orderedStream().forEach(builder::listener);
      beans
          .getBeanProvider(HookEndpointCustomizer.class)
          .orderedStream()
          .forEach(customizer -> customizer.customize(builder));
      HookEndpoint endpoint = builder.build();
      if (properties.warmUp()) {
        endpoint.warmUp();
      }
      return endpoint;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw refused(e);
    }
  }

  private StartFailure refused(RuntimeException e) {
    String what = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    if (handled.isEmpty()) {
      return new StartFailure(
          "The extension handles no event: " + what,
          "Make a ContentRule or an EventHandler a bean: annotate its class with @Component.",
          e);
    }
    return new StartFailure(
        what + "\n\nThe beans and their events:\n\n    - " + String.join("\n    - ", handled),
        "Correct the bean, the property rossum.… or the HookEndpointCustomizer that the text names.",
        e);
  }

  private void addRules() {
    RuleBeans rules = RuleBeans.of(beans);
    rules
        .names()
        .forEach((event, names) -> handled.add(event + ": the rules " + String.join(", ", names)));
    rules.forEach(builder::on);
  }

  private void addHandlers() {
    ResolvableType anyHandler = ResolvableType.forClass(HookHandler.class);
    Map<String, ?> byName = beans.getBeansOfType(HookHandler.class);
    for (Object handler : beans.getBeanProvider(anyHandler).orderedStream().toList()) {
      String name = BeanNames.of(handler, byName);
      if (!(handler instanceof EventHandler<?, ?> saying)) {
        throw new StartFailure(
            "The bean '" + name + "' is a HookHandler that does not say its event.",
            "Implement EventHandler in its class, or return EventHandler.of(event, handler) from its"
                + " @Bean method.");
      }
      handled.add(saying.event() + ": " + name);
      on(saying);
    }
  }

  private <P extends HookPayload, R extends HookResponse> void on(EventHandler<P, R> saying) {
    builder.on(
        saying.event(),
        // Not wrapped: the endpoint warms up what it knows.
        saying instanceof HandlerOfEvent<P, R> wrapped ? wrapped.handler() : saying);
  }

  private void setProperties() {
    if (properties.acceptLegacySignature()) {
      builder.acceptLegacySignature();
    }
    if (properties.logExceptionTexts()) {
      builder.logExceptionTexts();
    }
    builder.lossyWrites(properties.lossyWrites());
    RossumProperties.Limits limits = properties.limits();
    if (limits.maxBodySize() != null) {
      builder.maxBodyBytes((int) Math.min(limits.maxBodySize().toBytes(), Integer.MAX_VALUE));
    }
    if (limits.maxConcurrentRequests() != null) {
      builder.maxConcurrentRequests(limits.maxConcurrentRequests());
    }
    if (limits.maxSizeInFlight() != null) {
      builder.maxBytesInFlight(limits.maxSizeInFlight().toBytes());
    }
    if (properties.timeout().general() != null) {
      builder.timeout(properties.timeout().general());
    }
    properties.timeout().byEvent().forEach(builder::timeout);
    properties.onFailure().byEvent().forEach(builder::onFailure);
    if (properties.ownThreads()) {
      setThreads(limits.maxConcurrentRequests());
    }
  }

  private void setThreads(@Nullable Integer most) {
    boolean isVirtual =
        environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)
            && Runtime.version().feature() >= 21;
    if (isVirtual) {
      builder.handlersOnOwnThreads();
      return;
    }
    CustomizableThreadFactory threads = new CustomizableThreadFactory("rossum-handler-");
    threads.setDaemon(true);
    ExecutorService executor =
        new ThreadPoolExecutor(
            0,
            most == null ? HookEndpoint.DEFAULT_MAX_CONCURRENT_REQUESTS : most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    builder.handlersOn(executor); // its threads end when they are idle, and hold up no JVM
  }

  private void setDeliveries() {
    builder.deliveries(properties.deliveries().settings());
    for (String name : properties.once()) {
      builder.once(Events.named("rossum.once", name), properties.ifUnknown());
    }
    if (!properties.later().isEmpty()) {
      setLater();
    }
    DeliveryStore store = beans.getBeanProvider(DeliveryStore.class).getIfAvailable();
    if (store != null) {
      builder.store(store);
    } else {
      requireNoStore();
    }
  }

  private void setLater() {
    String publicUrl = properties.publicUrl();
    if (publicUrl == null) {
      throw new StartFailure(
          "rossum.later is set, but not rossum.public-url, where Rossum fetches the responses.",
          PUBLIC_URL + " Or set it to nothing: then these events must end within the request.");
    }
    if (publicUrl.isBlank()) {
      endWithinTheRequest();
    } else {
      URI url = url(publicUrl);
      properties.later().forEach(name -> later(name, url));
    }
  }

  private void later(String name, URI publicUrl) {
    HookEvent<?, ?> event = Events.named("rossum.later", name);
    if (properties.pollingTime() == null) {
      builder.later(event, publicUrl);
    } else {
      builder.later(event, publicUrl, properties.pollingTime());
    }
  }

  private static URI url(String publicUrl) {
    try {
      return new URI(publicUrl);
    } catch (URISyntaxException e) {
      throw new StartFailure(
          "The property rossum.public-url is '" + publicUrl + "', which is not a URL.",
          PUBLIC_URL,
          e);
    }
  }

  /** An empty URL says that Rossum cannot poll, as on the machine of a developer. */
  private void endWithinTheRequest() {
    List<String> once = new ArrayList<>(properties.later());
    once.removeAll(properties.once());
    once.forEach(name -> builder.once(Events.named("rossum.later", name), IfUnknown.RUN_AGAIN));
    LOG.warn(
        "public URL is empty, so events of rossum.later must end within the request events={}"
            + " hint=\"set rossum.public-url to the URL of the hook as Rossum sees it\"",
        properties.later());
  }

  private void requireNoStore() {
    if (properties.store().type() == StoreType.JDBC) {
      throw new StartFailure(
          "rossum.store.type is jdbc, but the application has no single DataSource, or not the"
              + " module rossum-extension-jdbc.",
          "Add the dependencies spring-boot-starter-jdbc, rossum-extension-jdbc and a driver, and set"
              + " spring.datasource.url. Or make a DeliveryStore a bean.");
    }
    boolean isForgotten =
        properties.store().type() == StoreType.AUTO
            && !(properties.once().isEmpty() && properties.later().isEmpty());
    if (isForgotten) {
      LOG.warn(
          "deliveries are remembered in memory only, and forgotten at the end of the process"
              + " hint=\"add rossum-extension-jdbc and a DataSource, or set rossum.store.type=memory\"");
    }
  }
}

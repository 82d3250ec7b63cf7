package io.github.rossumext.spring;

import io.github.rossumext.LossyWrites;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties of the extension. A property that is not one of these stops the start.
 *
 * @param path The path of the hook's URL, below the context path.
 * @param secret The secret of the hook (config.secret in Rossum). Several for a rotation, separated
 *     by commas; a secret with a comma by index only: rossum.secret[0].
 * @param secretFile A file with one more secret, such as one that Kubernetes mounts.
 * @param acceptLegacySignature Whether the header X-Elis-Signature is accepted, too.
 * @param lossyWrites What happens to writes that Rossum would lose.
 * @param logExceptionTexts Whether the log shows the texts of exceptions of your handlers, which
 *     may quote the document. For development.
 * @param ownThreads Whether handlers run on threads of their own, so that a late one is
 *     interrupted. They are virtual if spring.threads.virtual.enabled is set, on Java 21 or later.
 * @param warmUp Whether the endpoint serves a request of its own at the start, so that the first
 *     one of Rossum is fast.
 * @param limits What is refused as too much.
 * @param timeout How long a request may take, by event.
 * @param onFailure What an exception of a handler means, by event.
 * @param once The events that are handled once, although Rossum repeats requests, such as
 *     annotation_content.export.
 * @param ifUnknown What a repeat means if nobody knows how the event of rossum.once ended.
 * @param later The events whose response Rossum may fetch later, such as invocation.scheduled.
 * @param publicUrl The URL of the hook as Rossum sees it, for rossum.later. If it is empty, these
 *     events must end within the request, as on the machine of a developer.
 * @param pollingTime How long Rossum polls for the response to an event of rossum.later.
 * @param deliveries The times of the events of rossum.once and rossum.later.
 * @param store Where the deliveries of rossum.once and rossum.later are remembered.
 * @param playground What the playground shows.
 */
@ConfigurationProperties(prefix = RossumProperties.PREFIX, ignoreUnknownFields = false)
record RossumProperties(
    @DefaultValue("/rossum") String path,
    @DefaultValue List<Secret> secret,
    @Nullable String secretFile,
    @DefaultValue("false") boolean acceptLegacySignature,
    @DefaultValue("drop-and-log") LossyWrites lossyWrites,
    @DefaultValue("false") boolean logExceptionTexts,
    @DefaultValue("false") boolean ownThreads,
    @DefaultValue("true") boolean warmUp,
    @DefaultValue Limits limits,
    @NestedConfigurationProperty @DefaultValue EventTimeouts timeout,
    @NestedConfigurationProperty @DefaultValue EventPolicies onFailure,
    @DefaultValue List<String> once,
    @DefaultValue("refuse") IfUnknown ifUnknown,
    @DefaultValue List<String> later,
    @Nullable String publicUrl,
    @Nullable Duration pollingTime,
    @DefaultValue Deliveries deliveries,
    @DefaultValue Store store,
    @DefaultValue Documents playground) {
  static final String PREFIX = "rossum";

  /**
   * The limits. The endpoint has defaults for them.
   *
   * @param maxBodySize The largest body that is accepted; 32MB unless set.
   * @param maxConcurrentRequests How many requests are handled at a time; 256 unless set.
   * @param maxSizeInFlight How much all bodies together may take at a time; a quarter of the heap
   *     unless set.
   */
  record Limits(
      @Nullable DataSize maxBodySize,
      @Nullable Integer maxConcurrentRequests,
      @Nullable DataSize maxSizeInFlight) {}

  /**
   * The times of deliveries. The endpoint has defaults for them.
   *
   * @param keepTime How long a delivery is remembered; 24h unless set.
   * @param bodyTime How long a request that says the same is a repeat; 6m unless set.
   * @param quickTime How long a handler of rossum.later may take until Rossum polls; 20s unless
   *     set.
   * @param closeTime How long the end of the application waits for running jobs; 30s unless set.
   */
  record Deliveries(
      @Nullable Duration keepTime,
      @Nullable Duration bodyTime,
      @Nullable Duration quickTime,
      @Nullable Duration closeTime) {
    DeliverySettings settings() {
      DeliverySettings settings = DeliverySettings.defaults();
      settings = keepTime == null ? settings : settings.withKeepTime(keepTime);
      settings = bodyTime == null ? settings : settings.withBodyTime(bodyTime);
      settings = quickTime == null ? settings : settings.withQuickTime(quickTime);
      return closeTime == null ? settings : settings.withCloseTime(closeTime);
    }
  }

  /**
   * Where deliveries are remembered.
   *
   * @param type A database if there is a DataSource (auto), always (jdbc), or never (memory).
   * @param createTable Whether the table is created at the start, unless it is there.
   */
  record Store(@DefaultValue("auto") StoreType type, @DefaultValue("false") boolean createTable) {}

  /** A kind of store. */
  enum StoreType {
    /**
     * The database, if the application has a DataSource, and rossum.once or rossum.later is set.
     */
    AUTO,
    /** The database of the application's DataSource. */
    JDBC,
    /** The memory of this process. */
    MEMORY
  }

  /**
   * What the playground shows.
   *
   * @param documents A file or a folder of requests, such as recorded ones; an invented invoice
   *     unless set.
   * @param schema A file with a schema that the documents get in place of their own.
   * @param port The port of the playground on this machine; a free one unless set.
   */
  record Documents(@Nullable String documents, @Nullable String schema, @Nullable Integer port) {}
}

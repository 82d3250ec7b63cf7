package io.github.rossumext.spring;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.spring.RossumProperties.StoreType;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Remembers deliveries in the database of the application. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
@ConditionalOnClass({JdbcDeliveryStore.class, DataSource.class})
@ConditionalOnSingleCandidate(DataSource.class)
@Conditional(RossumStoreAutoConfiguration.OnDeliveries.class)
@EnableConfigurationProperties(RossumProperties.class)
class RossumStoreAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  @DependsOnDatabaseInitialization // Flyway or Liquibase may make the table
  DeliveryStore rossumDeliveryStore(DataSource dataSource, RossumProperties properties) {
    JdbcDeliveryStore store = JdbcDeliveryStore.of(dataSource);
    StoreStart.prepare(store, properties.store().createTable());
    return store;
  }

  /** Fits if the properties ask for the database, or say events that are handled once or later. */
  static final class OnDeliveries extends SpringBootCondition {
    private static final Bindable<List<String>> EVENTS = Bindable.listOf(String.class);

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      Binder binder = Binder.get(context.getEnvironment());
      StoreType type = binder.bind("rossum.store.type", StoreType.class).orElse(StoreType.AUTO);
      boolean isUsed = isSet(binder, "rossum.once") || isSet(binder, "rossum.later");
      return new ConditionOutcome(
          type == StoreType.JDBC || (type == StoreType.AUTO && isUsed),
          ConditionMessage.forCondition("rossum.once, rossum.later, rossum.store.type")
              .because((isUsed ? "set" : "not set") + ", type " + type));
    }

    private static boolean isSet(Binder binder, String property) {
      return !binder.bind(property, EVENTS).orElse(List.of()).isEmpty();
    }
  }
}

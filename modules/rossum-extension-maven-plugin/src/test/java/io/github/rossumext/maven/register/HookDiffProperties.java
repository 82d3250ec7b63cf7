package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is compared, and what is sent. */
class HookDiffProperties {
  private static final List<String> LISTS = List.of("queues", "events", "sideload", "run_after");
  private static final List<String> OBJECTS =
      List.of("config", "metadata", "settings", "settings_schema");
  private static final List<String> SCALARS =
      List.of("name", "active", "description", "token_owner", "token_lifetime_s");

  private static ObjectNode hook(Random random) {
    ObjectNode hook = JsonNodeFactory.instance.objectNode();
    for (String key : LISTS) {
      if (random.nextInt(3) > 0) {
        ArrayNode list = hook.putArray(key);
        for (int i = 0; i < random.nextInt(4); i++) {
          list.add("https://a.example/api/v1/" + key + "/" + random.nextInt(5));
        }
      }
    }
    for (String key : OBJECTS) {
      if (random.nextInt(3) > 0) {
        hook.set(key, random.nextInt(5) == 0 ? hook.nullNode() : object(random, 2));
      }
    }
    for (String key : SCALARS) {
      if (random.nextInt(3) > 0) {
        hook.set(key, scalar(random));
      }
    }
    return hook;
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < random.nextInt(4); i++) {
      String key = "k" + random.nextInt(4);
      object.set(
          key, depth > 0 && random.nextBoolean() ? object(random, depth - 1) : scalar(random));
    }
    return object;
  }

  private static JsonNode scalar(Random random) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(5)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(random.nextBoolean());
      case 2 -> nodes.numberNode(random.nextInt(3));
      case 3 -> nodes.numberNode(new BigDecimal("1.50"));
      default -> nodes.textNode("t" + random.nextInt(3));
    };
  }

  /** Rossum replaces each key of a PATCH as a whole. */
  private static ObjectNode patched(ObjectNode actual, ObjectNode body) {
    ObjectNode after = actual.deepCopy();
    after.setAll(body);
    return after;
  }

  @Property
  void aPlanAfterApplyIsEmpty(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode desired = hook(random);
    ObjectNode actual = hook(random);
    ObjectNode after = patched(actual, HookDiff.body(desired, actual));
    assertThat(HookDiff.of(desired, after)).isEmpty();
    assertThat(HookDiff.body(desired, after)).isEmpty();
  }

  @Property
  void whatIsSentHasChanges(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode desired = hook(random);
    ObjectNode actual = hook(random);
    assertThat(HookDiff.body(desired, actual).isEmpty())
        .isEqualTo(HookDiff.of(desired, actual).isEmpty());
  }

  @Property
  void configAndMetadataKeepWhatTheFileDoesNotHave(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode desired = hook(random);
    ObjectNode actual = hook(random);
    ObjectNode after = patched(actual, HookDiff.body(desired, actual));
    for (String key : HookFields.MERGED) {
      if (actual.path(key).isObject() && !desired.path(key).isNull()) {
        actual
            .path(key)
            .fieldNames()
            .forEachRemaining(
                name -> {
                  if (!desired.path(key).has(name)) {
                    assertThat(after.path(key).path(name)).isEqualTo(actual.path(key).path(name));
                  }
                });
      }
    }
  }

  @Property
  void anotherOrderHostOrScaleIsTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode hook = hook(random);
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    List<String> keys = new ArrayList<>();
    hook.fieldNames().forEachRemaining(keys::add);
    Collections.shuffle(keys, random);
    for (String key : keys) {
      other.set(key, hook.get(key).deepCopy());
      if (other.get(key) instanceof ArrayNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(
            url -> all.add(list.textNode(url.asText().replace("a.example/api", "b.example"))));
        Collections.shuffle(all, random);
        list.removeAll();
        list.addAll(all);
      }
    }
    assertThat(HookDiff.of(other, hook)).isEmpty();
    assertThat(HookFields.hash(other)).isEqualTo(HookFields.hash(hook));
  }
}

package io.github.rossumext.rules;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.ComponentKeys;
import io.github.rossumext.internal.help.Misfit;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.internal.help.OpenPackage;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Key;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes records out of a document or a row, and cells out of records. */
final class RecordBinder<T extends Record> {
  private static final Function<Misfit, BindingException> BINDING =
      Access.way(Misfit.class, BindingException.class);
  private static final ClassValue<RecordBinder<?>> BINDERS =
      new ClassValue<>() {
        @Override
        protected RecordBinder<?> computeValue(Class<?> type) {
          return new RecordBinder<>(type.asSubclass(Record.class));
        }
      };

  private static final Map<Class<?>, ScalarReader> SCALARS =
      Map.of(
          String.class, (source, schemaId) -> source.field(schemaId).text(),
          BigDecimal.class, RecordBinder::number,
          LocalDate.class, RecordBinder::date,
          Long.class, (source, schemaId) -> whole(source, schemaId, Long.MIN_VALUE, Long.MAX_VALUE),
          Integer.class, RecordBinder::integer,
          Boolean.class, RecordBinder::flag);

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          BigDecimal.class, "a number",
          LocalDate.class, "a date",
          Long.class, "a whole number",
          Integer.class, "a whole number",
          Boolean.class, "True or False");

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

  private final Class<T> type;
  private final Constructor<T> constructor;
  private final List<Component> components = new ArrayList<>();

  /** What the components are looked up in. */
  interface Source {
    /** Returns the id that a component names, in the spelling of the document. */
    String spelling(String schemaId);

    Field field(String schemaId);

    NumberField number(String schemaId);

    DateField date(String schemaId);

    BooleanField bool(String schemaId);

    Table table(String schemaId);

    ValueList list(String schemaId);
  }

  /** The components are the fields and tables of a document. */
  record OfDocument(ContentEditor content) implements Source {
    @Override
    public String spelling(String schemaId) {
      return content.isPresent(schemaId)
          ? schemaId
          : RecordBinder.spelling(
              schemaId, content.received().schemaIds().stream().filter(content::has).toList());
    }

    @Override
    public Field field(String schemaId) {
      return content.field(schemaId);
    }

    @Override
    public NumberField number(String schemaId) {
      return content.number(schemaId);
    }

    @Override
    public DateField date(String schemaId) {
      return content.date(schemaId);
    }

    @Override
    public BooleanField bool(String schemaId) {
      return content.bool(schemaId);
    }

    @Override
    public Table table(String schemaId) {
      return content.table(schemaId);
    }

    @Override
    public ValueList list(String schemaId) {
      return content.list(schemaId);
    }
  }

  /** The components are the cells of a row. */
  record OfRow(Row row) implements Source {
    @Override
    public String spelling(String schemaId) {
      return RecordBinder.spelling(schemaId, row.table().columnIds());
    }

    @Override
    public Field field(String schemaId) {
      return row.field(schemaId);
    }

    @Override
    public NumberField number(String schemaId) {
      return row.number(schemaId);
    }

    @Override
    public DateField date(String schemaId) {
      return row.date(schemaId);
    }

    @Override
    public BooleanField bool(String schemaId) {
      return row.bool(schemaId);
    }

    @Override
    public Table table(String schemaId) {
      throw noList(schemaId, "a table");
    }

    @Override
    public ValueList list(String schemaId) {
      throw noList(schemaId, "a list");
    }

    private UnknownFieldException noList(String schemaId, String wanted) {
      Table table = row.table();
      return table.columnIds().contains(schemaId)
          ? FieldLookup.wrongKind(schemaId, FieldLookup.columnOf(table.schemaId()), wanted, "")
          : table.unknownColumn(schemaId);
    }
  }

  /** Reads a field as a Java value; null where it holds none. */
  private interface ScalarReader {
    @Nullable Object read(Source source, String schemaId);
  }

  /** Reads one component. */
  private interface Reader {
    Object read(Source source, String schemaId);
  }

  private record Component(String schemaId, Method accessor, Reader reader) {}

  private RecordBinder(Class<T> type) {
    this.type = type;
    RecordComponent[] declared = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    ComponentKeys.requireDifferent(type, RecordBinder::schemaId);
    OpenPackage.require(type, RecordBinder.class.getModule());
    try {
      this.constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      for (RecordComponent component : declared) {
        component.getAccessor().setAccessible(true);
        components.add(
            new Component(schemaId(component), component.getAccessor(), reader(component)));
      }
    } catch (NoSuchMethodException e) {
      throw new AssertionError("Every record has its canonical constructor.", e);
    }
  }

  @SuppressWarnings("unchecked") // the binder of a class is made for that class
  static <T extends Record> RecordBinder<T> of(Class<T> type) {
    return (RecordBinder<T>) BINDERS.get(type);
  }

  private static String schemaId(RecordComponent component) {
    Key annotation = component.getAnnotation(Key.class);
    return annotation != null ? annotation.value() : snakeCase(component.getName());
  }

  /**
   * The one known id that matches without regard to case, _ and -; the id itself if it is known, or
   * if there is not exactly one.
   */
  private static String spelling(String schemaId, List<String> known) {
    if (known.contains(schemaId)) {
      return schemaId;
    }
    String plain = Nearest.plain(schemaId);
    List<String> same = known.stream().filter(id -> Nearest.plain(id).equals(plain)).toList();
    return same.size() == 1 ? same.get(0) : schemaId;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private Reader reader(RecordComponent component) {
    Class<?> raw = component.getType();
    Class<?> scalar = BOXES.getOrDefault(raw, raw);
    if (SCALARS.containsKey(scalar)) {
      return (source, schemaId) -> required(source, schemaId, scalar);
    }
    Type[] arguments =
        component.getGenericType() instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()
            : new Type[0];
    if (arguments.length == 1 && arguments[0] instanceof Class<?> element) {
      if (raw == Optional.class && SCALARS.containsKey(element)) {
        return (source, schemaId) -> optional(source, schemaId, element);
      }
      if (raw == List.class && element.isRecord()) {
        return (source, schemaId) -> source.table(schemaId).as(element.asSubclass(Record.class));
      }
      if (raw == List.class && SCALARS.containsKey(element)) {
        return (source, schemaId) -> values(source.list(schemaId), element);
      }
    }
    throw Mistake.ofArgument(
        "The component '"
            + component.getName()
            + "' of "
            + type.getName()
            + " has a type that no field can be bound to, "
            + component.getGenericType().getTypeName()
            + ". Use String, BigDecimal, LocalDate, long, int or boolean, an Optional or List of"
            + " one of them, or a List of records.");
  }

  private static ScalarReader scalar(Class<?> type) {
    ScalarReader reader = SCALARS.get(type);
    if (reader == null) {
      throw new IllegalArgumentException("No scalar: " + type);
    }
    return reader;
  }

  private static Object required(Source source, String schemaId, Class<?> type) {
    Object value = scalar(type).read(source, schemaId);
    if (value == null) {
      throw BINDING.apply(new Misfit(schemaId, "expected " + EXPECTED.get(type)));
    }
    return value;
  }

  private static Optional<Object> optional(Source source, String schemaId, Class<?> type) {
    return Optional.ofNullable(scalar(type).read(source, schemaId))
        .filter(value -> !value.equals(""));
  }

  private static List<Object> values(ValueList list, Class<?> type) {
    List<Object> values = new ArrayList<>();
    for (Field field : list) {
      values.add(at(list.schemaId(), values.size(), () -> required(new OfField(field), "", type)));
    }
    return Collections.unmodifiableList(values);
  }

  /** Every component is this field: for the values of a simple multivalue. */
  private record OfField(Field field) implements Source {
    @Override
    public String spelling(String schemaId) {
      return schemaId;
    }

    @Override
    public Field field(String schemaId) {
      return field;
    }

    @Override
    public NumberField number(String schemaId) {
      return field.asNumber();
    }

    @Override
    public DateField date(String schemaId) {
      return field.asDate();
    }

    @Override
    public BooleanField bool(String schemaId) {
      return field.asBool();
    }

    @Override
    public Table table(String schemaId) {
      throw new IllegalStateException("A value of a list is not a table.");
    }

    @Override
    public ValueList list(String schemaId) {
      throw new IllegalStateException("A value of a list is not a list.");
    }
  }

  private static @Nullable Object number(Source source, String schemaId) {
    return source.number(schemaId).readNumber();
  }

  private static @Nullable Object date(Source source, String schemaId) {
    return source.date(schemaId).readDate();
  }

  private static @Nullable Object integer(Source source, String schemaId) {
    Object whole = whole(source, schemaId, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return whole == null ? null : (Object) ((Long) whole).intValue();
  }

  private static @Nullable Object whole(Source source, String schemaId, long from, long to) {
    BigDecimal number = source.number(schemaId).readNumber();
    if (number == null) {
      return null;
    }
    try {
      long whole = number.longValueExact();
      if (whole >= from && whole <= to) {
        return whole;
      }
    } catch (ArithmeticException e) {
      // It has decimals or more than 64 bits, which is said below.
    }
    throw BINDING.apply(new Misfit(schemaId, "expected a whole number"));
  }

  private static @Nullable Object flag(Source source, String schemaId) {
    return source.bool(schemaId).readFlag();
  }

  /** The record of what the source holds. */
  T bind(Source source) {
    Object[] arguments = new Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      arguments[i] = component.reader().read(source, source.spelling(component.schemaId()));
    }
    return create(arguments);
  }

  private T create(Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      // The constructor of the record refuses the values: its exception is the clearest one.
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      if (e.getCause() instanceof Error own) {
        throw own;
      }
      throw new IllegalStateException("The constructor of " + type.getName() + " failed.", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be made.", e);
    }
  }

  /** A record for each row. */
  List<T> bindAll(Table table) {
    List<T> records = new ArrayList<>();
    for (Row row : table) {
      records.add(at(table.schemaId(), records.size(), () -> bind(new OfRow(row))));
    }
    return Collections.unmodifiableList(records);
  }

  private interface Step<R> {
    R take();
  }

  /** Names the element of a list in which a step fails. */
  private static <R> R at(String schemaId, int index, Step<R> step) {
    try {
      return step.take();
    } catch (BindingException e) {
      throw BINDING.apply(new Misfit(e.path(), e.expected()).within(schemaId + "[" + index + "]"));
    }
  }

  /** The values of a record by the columns of a table. */
  Map<String, Object> values(Record record, List<String> columns) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Component component : components) {
      try {
        values.put(spelling(component.schemaId(), columns), component.accessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type.getName() + " cannot be read.", e);
      }
    }
    return values;
  }
}

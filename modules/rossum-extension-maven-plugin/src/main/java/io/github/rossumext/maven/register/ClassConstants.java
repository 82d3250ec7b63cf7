package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.GoalException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The string constants in compiled classes. It reads the constant pool of each class file, whose
 * layout the Java Virtual Machine Specification fixes, and loads no class.
 */
final class ClassConstants {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int UTF8 = 1;
  private static final int STRING = 8;

  private ClassConstants() {}

  /**
   * Returns the string constants of the classes in a directory; none if it is missing.
   *
   * @param isRead says of the path of a class file, relative to the directory, whether to read it
   */
  static Set<String> of(Path directory, Predicate<Path> isRead) {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    Set<String> all = new HashSet<>();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> isRead.test(directory.relativize(file)))
              .toList();
      for (Path file : classes) {
        try (InputStream in = Files.newInputStream(file)) {
          collect(new DataInputStream(new BufferedInputStream(in)), file, all);
        }
      }
    } catch (IOException e) {
      throw new GoalException("The classes in " + directory + " cannot be read: " + e + ".", e);
    }
    return Set.copyOf(all);
  }

  private static void collect(DataInputStream in, Path file, Set<String> all) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new GoalException(file + " is not a class file. Build the project again.");
    }
    in.readInt(); // the version
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    Set<Integer> strings = new HashSet<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts[i] = in.readUTF();
        case STRING -> strings.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.readUnsignedShort(); // class, method type, module, package
        case 15 -> in.skipNBytes(3); // method handle
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt(); // numbers, members, names and types
        case 5, 6 -> {
          in.readLong(); // a long or double takes two places
          i++;
        }
        default ->
            throw new GoalException(
                file + " has the constant tag " + tag + ", which this version does not know.");
      }
    }
    strings.forEach(place -> all.add(texts[place]));
  }
}

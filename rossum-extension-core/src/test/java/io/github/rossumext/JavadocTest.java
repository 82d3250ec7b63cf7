package io.github.rossumext;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What doclint cannot ask for without asking for tags that only repeat the first sentence. */
class JavadocTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final List<String> undocumented = new ArrayList<>();
  private static final List<String> typesSilentOnThreads = new ArrayList<>();
  private static int documented;

  @BeforeAll
  static void readTheSources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromFiles(exported()));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(docs).scan(unit, null);
      }
    }
  }

  /** The files of the packages that the module exports. */
  private static List<File> exported() throws IOException {
    Matcher exports =
        Pattern.compile("exports ([\\w.]+);")
            .matcher(Files.readString(SOURCES.resolve("module-info.java")));
    return exports
        .results()
        .map(export -> SOURCES.resolve(export.group(1).replace('.', '/')))
        .flatMap(JavadocTest::sources)
        .toList();
  }

  private static Stream<File> sources(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(Path::toFile)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Visits what a caller or a subclass sees. */
  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees docs;

    Reader(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      String comment = require(type.getSimpleName().toString());
      boolean mayHaveState =
          type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.RECORD;
      boolean isException = type.getSimpleName().toString().endsWith("Exception");
      if (mayHaveState
          && !isException
          && !comment.toLowerCase(Locale.ROOT).contains("thread-safe")) {
        typesSilentOnThreads.add(type.getSimpleName().toString());
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      boolean isInherited =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
      if (!isInherited && isVisible(method.getModifiers())) {
        require(method.getName().toString());
      }
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
      if (isVisible(field.getModifiers())) {
        require(field.getName().toString());
      }
      return null;
    }

    // What an interface or an enum declares is public without saying so.
    private boolean isVisible(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      TreePath around = getCurrentPath().getParentPath();
      boolean isImplied =
          around != null
              && around.getLeaf() instanceof ClassTree type
              && !flags.contains(Modifier.PRIVATE)
              && (type.getKind() == Tree.Kind.INTERFACE
                  || type.getKind() == Tree.Kind.ANNOTATION_TYPE);
      return isImplied || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private String require(String name) {
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment == null || comment.getFirstSentence().isEmpty()) {
        undocumented.add(
            getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
        return "";
      }
      documented++;
      return comment.toString();
    }
  }

  @Test
  void everythingThatAnAuthorSeesIsExplained() {
    assertThat(undocumented).isEmpty();
    assertThat(documented).isGreaterThan(600);
  }

  @Test
  void everyTypeSaysWhetherThreadsMayShareIt() {
    assertThat(typesSilentOnThreads).isEmpty();
  }
}

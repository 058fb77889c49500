package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "Linux, .cache/style-transfer",
    "FreeBSD, .cache/style-transfer",
    "Mac OS X, Library/Caches/style-transfer",
    "Windows 11, AppData/Local/style-transfer",
  })
  void areWhereTheSystemHasThem(String system, String cache) {
    UserFolders folders = UserFolders.of(Map.of(), system, HOME);
    assertThat(folders.home()).isEqualTo(HOME);
    assertThat(folders.cache()).isEqualTo(HOME.resolve(cache));
    assertThat(folders.convolutionTimes()).hasParentRaw(folders.cache());
  }

  @ParameterizedTest
  @CsvSource({"Linux, XDG_CACHE_HOME", "Windows 11, LOCALAPPDATA"})
  void followTheEnvironment(String system, String variable) {
    Path elsewhere = Path.of("/elsewhere").toAbsolutePath();
    assertThat(UserFolders.of(Map.of(variable, elsewhere.toString()), system, HOME).cache())
        .isEqualTo(elsewhere.resolve("style-transfer"));
    assertThat(UserFolders.of(Map.of(variable, "relative"), system, HOME).cache())
        .startsWithRaw(HOME);
  }

  @ParameterizedTest
  @CsvSource({"Linux, XDG_CACHE_HOME", "Mac OS X, HOME", "Windows 11, LOCALAPPDATA"})
  void theProgramsOwnVariableNamesTheCacheItself(String system, String variable) {
    Path chosen = Path.of("/chosen").toAbsolutePath();
    assertThat(
            UserFolders.of(
                    Map.of(variable, "/elsewhere", "STYLE_TRANSFER_CACHE", chosen.toString()),
                    system,
                    HOME)
                .cache())
        .isEqualTo(chosen);
  }
}

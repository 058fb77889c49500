package io.github.styletransfer.network.vgg;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of VGG-19's layers, down to where losses can look at them (Simonyan, Zisserman 2015).
 */
public final class LayerNames {
  private static final int[] CONVOLUTIONS_PER_BLOCK = {2, 2, 4, 4, 4};

  /** All of them, from the image on: {@code conv1_1}, {@code relu1_1}, ... {@code pool5}. */
  public static final List<String> ALL =
      IntStream.rangeClosed(1, CONVOLUTIONS_PER_BLOCK.length)
          .boxed()
          .flatMap(LayerNames::ofBlock)
          .toList();

  private LayerNames() {}

  private static Stream<String> ofBlock(int block) {
    return Stream.concat(
        IntStream.rangeClosed(1, CONVOLUTIONS_PER_BLOCK[block - 1])
            .mapToObj(i -> block + "_" + i)
            .flatMap(number -> Stream.of("conv" + number, "relu" + number)),
        Stream.of("pool" + block));
  }
}

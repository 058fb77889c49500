package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;

/**
 * Razorvine's unpickler, with the instructions that PyTorch writes and no others. Those that name
 * something of Python, call it, or fill containers are carried out here: Razorvine would find more
 * names than weights need, believe the lengths in a file, and take the hash of any key.
 * Dictionaries keep their order. What is not text, number, list, tuple, dictionary, storage or
 * tensor can't come into being, and none of it takes more time or memory than in proportion to the
 * pickle's length.
 */
final class StateDictUnpickler extends Unpickler {
  private static final String STORAGE = "storage";

  /** Places of a storage's persistent id, a tuple; the device that it was on is of no use. */
  private static final int TYPE = 1;

  private static final int KEY = 2;
  private static final int ELEMENTS = 4;
  private static final int VIEW = 5;

  private final PickleBytes bytes;
  private final Map<String, Storage> storages = new HashMap<>();

  StateDictUnpickler(PickleBytes bytes) {
    this.bytes = bytes;
  }

  /** All storages that were named, by their keys. */
  Map<String, Storage> storages() {
    return storages;
  }

  /**
   * Reads the next pickle.
   *
   * @return text, a number, a list, a dictionary, an array as a tuple, and so on
   * @throws EOFException if the bytes end within the pickle
   * @throws NetworkFault if it is not one of PyTorch's
   */
  @Nullable Object read() throws IOException {
    try {
      return load(bytes);
    } catch (NetworkFault | EOFException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (bytes.available() == 0) {
        EOFException end = new EOFException("it ends too early");
        end.initCause(e);
        throw end;
      }
      NetworkFault fault = senseless();
      fault.initCause(e);
      throw fault;
    }
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.STOP,
          Opcodes.MARK,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.BINFLOAT,
          Opcodes.SHORT_BINSTRING,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.TUPLE,
          Opcodes.EMPTY_LIST,
          Opcodes.APPEND,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.MEMOIZE,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET -> {
        return super.dispatch(opcode);
      }
      case Opcodes.BINSTRING, Opcodes.BINUNICODE -> {
        if (!bytes.hasCounted()) {
          throw new EOFException("it ends too early");
        }
        return super.dispatch(opcode);
      }
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
      case Opcodes.APPENDS -> append(stack.pop_all_since_marker());
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        Object key = stack.pop();
        put(dictionary(), key, value);
      }
      case Opcodes.SETITEMS -> setAll(stack.pop_all_since_marker());
      case Opcodes.GLOBAL -> stack.add(PythonNames.find(line(), line()));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        stack.add(PythonNames.find((String) stack.pop(), name));
      }
      case Opcodes.REDUCE -> {
        Object[] arguments = (Object[]) stack.pop();
        stack.add(((PythonNames.Function) stack.pop()).call(arguments));
      }
      case Opcodes.BUILD -> forgetState();
      case Opcodes.BINPERSID -> stack.add(storage((Object[]) stack.pop()));
      default ->
          throw new NetworkFault(
              String.format(
                  Locale.ROOT,
                  "is damaged or refused: its pickle has the instruction 0x%02x at byte %,d, which"
                      + " no weights need",
                  opcode,
                  bytes.position() - 1),
              Remedy.DOWNLOAD_AGAIN);
    }
    return NO_RETURN_VALUE;
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> items) {
    ((ArrayList<Object>) stack.peek()).addAll(items);
  }

  private void setAll(List<Object> items) {
    Map<String, @Nullable Object> dictionary = dictionary();
    for (int i = 0; i < items.size(); i += 2) {
      put(dictionary, items.get(i), items.get(i + 1));
    }
  }

  /**
   * Only text is ever looked up; the hash of a container would be that of all in it, even itself.
   */
  private static void put(
      Map<String, @Nullable Object> dictionary, @Nullable Object key, @Nullable Object value) {
    if (key instanceof String name) {
      dictionary.put(name, value);
    }
  }

  /** An ordered dictionary of weights says here which versions of its modules it is from. */
  private void forgetState() {
    stack.pop();
    dictionary();
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> dictionary() {
    return (Map<String, @Nullable Object>) stack.peek();
  }

  private String line() throws EOFException {
    StringBuilder line = new StringBuilder();
    for (int c = bytes.read(); c != '\n'; c = bytes.read()) {
      if (c < 0) {
        throw new EOFException("it ends too early");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private Storage storage(Object[] id) throws NetworkFault {
    if (!STORAGE.equals(id[0]) || (id.length > VIEW && id[VIEW] != null)) {
      throw new NetworkFault(
          "is of a form that PyTorch has given up: its storages are views of others",
          Remedy.DOWNLOAD);
    }
    Storage storage =
        new Storage((ElementType) id[TYPE], (String) id[KEY], PythonNames.whole(id[ELEMENTS]));
    Storage first = storages.computeIfAbsent(storage.key(), key -> storage);
    if (!first.equals(storage)) {
      throw senseless();
    }
    return first;
  }

  private NetworkFault senseless() {
    return new NetworkFault(
        String.format(
            Locale.ROOT, "is damaged: its pickle makes no sense at byte %,d", bytes.position()),
        Remedy.DOWNLOAD_AGAIN);
  }
}

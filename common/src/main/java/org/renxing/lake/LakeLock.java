package org.renxing.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Keeps two runs from writing one lake at once.
 *
 * <p>On a local disk it is a lock of the operating system, which a killed process loses at once. On
 * other storage it is a file that only one can create; its holder touches it every 30 seconds, and
 * a file left untouched for five minutes is taken over.
 */
public final class LakeLock implements AutoCloseable {
  private static final String NAME = "_lock";
  private static final Duration DEAD_AFTER = Duration.ofMinutes(5);
  private final AutoCloseable release;
  private final Optional<String> deadHolder;

  private LakeLock(AutoCloseable release, Optional<String> deadHolder) {
    this.release = release;
    this.deadHolder = deadHolder;
  }

  /**
   * Takes the lock of a lake.
   *
   * @throws RenxingException LOCKED, naming the holder, where a living run has it
   */
  public static LakeLock take(Lake lake, String runId) {
    lake.files().makeFolder(lake.root());
    Path path = new Path(lake.root(), NAME);
    String holder =
        "run "
            + runId
            + ", pid "
            + ProcessHandle.current().pid()
            + " on "
            + host()
            + ", since "
            + Instant.now();
    try {
      FileSystem fs = lake.files().fileSystem(path);
      String scheme = fs.getUri().getScheme();
      return "file".equals(scheme)
          ? local(java.nio.file.Path.of(fs.makeQualified(path).toUri().getPath()), holder)
          : remote(fs, path, holder);
    } catch (IOException e) {
      throw LakeFiles.storage("lock", path.toString(), e);
    }
  }

  /** The run that died holding the lock, where this one took it over. */
  public Optional<String> deadHolder() {
    return deadHolder;
  }

  @Override
  public void close() {
    try {
      release.close();
    } catch (Exception e) {
      throw new RenxingException(
          ErrorCode.STORAGE, "cannot release the lock: " + e.getMessage(), e);
    }
  }

  private static LakeLock local(java.nio.file.Path file, String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    String before = Files.readString(file);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw locked(file.toString(), before);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return new LakeLock(
        () -> {
          channel.truncate(0);
          channel.close();
        },
        before.isBlank() ? Optional.empty() : Optional.of(before));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static LakeLock remote(FileSystem fs, Path path, String holder) throws IOException {
    Optional<String> dead = Optional.empty();
    if (fs.exists(path)) {
      String before = readAll(fs, path);
      Instant touched = Instant.ofEpochMilli(fs.getFileStatus(path).getModificationTime());
      if (touched.plus(DEAD_AFTER).isAfter(Instant.now())) {
        throw locked(path.toString(), before);
      }
      fs.delete(path, false);
      dead = Optional.of(before);
    }
    try (OutputStream out = fs.create(path, false)) {
      out.write(holder.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException another) {
      throw locked(path.toString(), readAll(fs, path));
    }
    Thread heart = new Thread(() -> beat(fs, path, holder), "lake-lock");
    heart.setDaemon(true);
    heart.start();
    return new LakeLock(
        () -> {
          heart.interrupt();
          heart.join();
          fs.delete(path, false);
        },
        dead);
  }

  private static void beat(FileSystem fs, Path path, String holder) {
    try {
      while (true) {
        Thread.sleep(30_000);
        touch(fs, path, holder);
      }
    } catch (InterruptedException released) {
      Thread.currentThread().interrupt();
    }
  }

  /** A beat that fails is made good by the next; the lock is lost only after many. */
  private static void touch(FileSystem fs, Path path, String holder) {
    try (OutputStream out = fs.create(path, true)) {
      out.write(holder.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.err.println("renxing: the lock " + path + " could not be touched: " + e.getMessage());
    }
  }

  private static String readAll(FileSystem fs, Path path) throws IOException {
    try (var in = fs.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RenxingException locked(String file, String holder) {
    return new RenxingException(
        ErrorCode.LOCKED,
        file
            + ": the lake is held by "
            + (holder.isBlank() ? "another run" : holder)
            + "; wait for it to end, then run again");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }
}

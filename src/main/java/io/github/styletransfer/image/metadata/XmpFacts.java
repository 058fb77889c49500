package io.github.styletransfer.image.metadata;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.IteratorOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those properties of a photo's XMP that are true of a picture painted from it: creator, rights,
 * dates, places, ratings, titles, keywords. History, thumbnails, settings of raw converters and
 * what describes the photo's pixels are left out.
 */
public final class XmpFacts {
  private static final Logger LOG = LoggerFactory.getLogger(XmpFacts.class);
  private static final String CREATOR_TOOL = "CreatorTool";
  private static final Pattern ALL = Pattern.compile(".*");

  /** Which properties are kept, by their namespaces. */
  private static final Map<String, Pattern> KEPT =
      Map.of(
          XMPConst.NS_DC,
          Pattern.compile("(?!dc:format$).*"),
          XMPConst.NS_XMP,
          Pattern.compile("xmp:(CreateDate|Rating|Label)"),
          XMPConst.NS_XMP_RIGHTS,
          ALL,
          XMPConst.NS_PHOTOSHOP,
          Pattern.compile(
              "photoshop:(City|State|Country|DateCreated|Credit|Source|Headline|AuthorsPosition"
                  + "|CaptionWriter|Instructions)"),
          XMPConst.NS_IPTCCORE,
          ALL,
          XMPConst.NS_IPTCEXT,
          ALL,
          XMPConst.NS_EXIF,
          Pattern.compile("exif:(DateTimeOriginal|DateTimeDigitized|GPS\\w*)"),
          "http://creativecommons.org/ns#",
          ALL,
          "http://ns.useplus.org/ldf/xmp/1.0/",
          ALL);

  private final XMPMeta kept;

  private XmpFacts(XMPMeta kept) {
    this.kept = kept;
  }

  static Optional<XmpFacts> of(Metadata metadata) {
    for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      try {
        XMPMeta packet = (XMPMeta) directory.getXMPMeta().clone();
        if (removeOthers(packet)) {
          return Optional.of(new XmpFacts(packet));
        }
      } catch (XMPException e) {
        LOG.debug("No usable XMP", e);
      }
    }
    return Optional.empty();
  }

  /** Returns whether anything is left. */
  private static boolean removeOthers(XMPMeta packet) throws XMPException {
    boolean left = false;
    for (String namespace : children(packet, null)) {
      for (String property : children(packet, namespace)) {
        if (KEPT.containsKey(namespace) && KEPT.get(namespace).matcher(property).matches()) {
          left = true;
        } else {
          packet.deleteProperty(namespace, property);
        }
      }
    }
    return left;
  }

  /** The namespaces of a packet, or the properties of one namespace. */
  private static List<String> children(XMPMeta packet, @Nullable String namespace)
      throws XMPException {
    List<String> children = new ArrayList<>();
    XMPIterator all = packet.iterator(namespace, null, new IteratorOptions().setJustChildren(true));
    while (all.hasNext()) {
      XMPPropertyInfo child = (XMPPropertyInfo) all.next();
      children.add(namespace == null ? child.getNamespace() : child.getPath());
    }
    return children;
  }

  /**
   * The properties as a packet of XML.
   *
   * @param software the program that makes the picture
   */
  String packet(String software) {
    try {
      XMPMeta packet = (XMPMeta) kept.clone();
      packet.setProperty(XMPConst.NS_XMP, CREATOR_TOOL, software);
      return XMPMetaFactory.serializeToString(
          packet, new SerializeOptions().setUseCompactFormat(true).setPadding(1));
    } catch (XMPException e) {
      throw new IllegalStateException("a packet that was read can't be written", e);
    }
  }
}

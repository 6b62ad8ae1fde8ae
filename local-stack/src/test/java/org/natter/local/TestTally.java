package org.natter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Prints how many tests ran in all modules, and which were skipped for what reason, as the build's last own lines. */
public final class TestTally {

    private int passed;
    private int failed;
    private int skipped;
    private final Map<String, Integer> reasons = new TreeMap<>();

    private TestTally() {}

    public static void main(String[] arguments) throws Exception {
        var tally = new TestTally();
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var module : modules) {
                var reports = module.resolve("target").resolve("surefire-reports");
                if (Files.isDirectory(reports)) {
                    tally.add(reports);
                }
            }
        }
        tally.reasons.forEach((reason, count) -> System.out.println(count + " skipped: " + reason));
        System.out.println(tally.passed + " passed, " + tally.failed + " failed, " + tally.skipped + " skipped");
    }

    private void add(Path reports) throws Exception {
        try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (var file : files) {
                add(parse(file));
            }
        }
    }

    private static Element parse(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (var in = Files.newInputStream(file)) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException e) {
            throw new IllegalStateException(file + " is no test report", e);
        }
    }

    private void add(Element suite) {
        var cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            var test = (Element) cases.item(i);
            if (test.getElementsByTagName("failure").getLength() > 0
                    || test.getElementsByTagName("error").getLength() > 0) {
                failed++;
            } else if (test.getElementsByTagName("skipped").getLength() > 0) {
                skipped++;
                var skip = (Element) test.getElementsByTagName("skipped").item(0);
                reasons.merge(skip.getAttribute("message").strip(), 1, Integer::sum);
            } else {
                passed++;
            }
        }
    }
}

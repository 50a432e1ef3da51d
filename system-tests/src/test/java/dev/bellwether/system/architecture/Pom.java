package dev.bellwether.system.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a module's {@code pom.xml} makes available to its production code. */
record Pom(List<Artifact> dependencies) {

    /** A library or module by its coordinates. */
    record Artifact(String group, String name) {

        boolean isOurs() {
            return group.equals("dev.bellwether");
        }

        @Override
        public String toString() {
            return group + ":" + name;
        }
    }

    Pom {
        dependencies = List.copyOf(dependencies);
    }

    static Pom read(Path file) {
        try {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            List<Artifact> dependencies = new ArrayList<>();
            for (Element list : children(project, "dependencies")) {
                for (Element dependency : children(list, "dependency")) {
                    if (reachesProduction(dependency)) {
                        dependencies.add(new Artifact(text(dependency, "groupId"), text(dependency, "artifactId")));
                    }
                }
            }
            return new Pom(dependencies);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** A test jar is managed with test scope in the parent. */
    private static boolean reachesProduction(Element dependency) {
        return !text(dependency, "scope").equals("test")
                && !text(dependency, "type").equals("test-jar");
    }

    private static String text(Element element, String name) {
        return children(element, name).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}

package net.coreserver.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import net.coreserver.agent.DataNode.Branch;
import net.coreserver.agent.DataNode.Leaf;

/**
 * What a subtree filter selects of the data. Source: RFC 6241 section 6.
 *
 * <p>Of a list entry that it selects in part the keys are always told, as section 6.2.5 allows: without them nobody
 * could say which entry it is. A node of which nothing is selected is left out.
 *
 * @param filter the elements inside {@code filter}; several that name one and the same data node select together what
 *     each of them selects
 */
record SubtreeSelection(List<FilterNode> filter) {

    SubtreeSelection {
        filter = List.copyOf(filter);
    }

    /** {@return whether anything of a top-level node could be selected} */
    boolean concerns(QName name) {
        return filter.stream().anyMatch(each -> each.names(name));
    }

    /** {@return the node with what is selected of it, or empty} */
    Optional<DataNode> of(DataNode topLevel) {
        return select(topLevel, naming(topLevel, filter));
    }

    private static List<FilterNode> naming(DataNode node, List<FilterNode> filters) {
        return filters.stream().filter(each -> each.names(node.name())).toList();
    }

    /** All filters given name the node. */
    private static Optional<DataNode> select(DataNode node, List<FilterNode> filters) {
        if (filters.stream().anyMatch(FilterNode::isSelection)) {
            return Optional.of(node);
        }
        return switch (node) {
            case Leaf leaf ->
                filters.stream().anyMatch(each -> each.matches(leaf)) ? Optional.of(leaf) : Optional.empty();
            case Branch branch -> selectIn(branch, filters);
        };
    }

    private static Optional<DataNode> selectIn(Branch branch, List<FilterNode> filters) {
        List<FilterNode> wanted = new ArrayList<>();
        for (FilterNode each : filters) {
            if (!each.isContentMatch() && contentMatches(each, branch)) {
                if (each.children().stream().allMatch(FilterNode::isContentMatch)) {
                    return Optional.of(branch);
                }
                wanted.addAll(each.children());
            }
        }
        return wanted.isEmpty() ? Optional.empty() : partOf(branch, wanted);
    }

    /** Sibling content matches all have to be true (section 6.2.5); where there are none, nothing stands against it. */
    private static boolean contentMatches(FilterNode containment, Branch branch) {
        return containment.children().stream()
                .filter(FilterNode::isContentMatch)
                .allMatch(match -> branch.children().stream()
                        .anyMatch(child -> child instanceof Leaf leaf && match.matches(leaf)));
    }

    private static Optional<DataNode> partOf(Branch branch, List<FilterNode> wanted) {
        List<DataNode> selected = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < branch.children().size(); i++) {
            DataNode child = branch.children().get(i);
            Optional<DataNode> part = select(child, naming(child, wanted));
            any |= part.isPresent();
            if (part.isPresent()) {
                selected.add(part.get());
            } else if (i < branch.keys()) {
                selected.add(child);
            }
        }
        return any ? Optional.of(new Branch(branch.name(), branch.keys(), selected)) : Optional.empty();
    }
}

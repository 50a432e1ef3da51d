package dev.bellwether.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumers of a broker are behind. */
public final class Backlog implements AutoCloseable {

    private final Admin admin;

    /** Of the broker at this address. */
    public Backlog(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The records that are on the log and that the consumer groups with members have not yet said they are done with. */
    public long records() throws InterruptedException {
        try {
            long records = 0;
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            for (ConsumerGroupDescription group :
                    admin.describeConsumerGroups(groups).all().get().values()) {
                records += behind(group);
            }
            return records;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot ask the broker for its consumers", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private long behind(ConsumerGroupDescription group) throws ExecutionException, InterruptedException {
        List<TopicPartition> assigned = new ArrayList<>();
        group.members().forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        admin.listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        done.put(partition, offset);
                    }
                });
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        assigned.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        long behind = 0;
        for (var end : admin.listOffsets(ends).all().get().entrySet()) {
            OffsetAndMetadata offset = done.get(end.getKey());
            behind += end.getValue().offset() - (offset == null ? 0 : offset.offset());
        }
        return behind;
    }
}

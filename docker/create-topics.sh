#!/usr/bin/env bash
# Creates the topics that are missing and leaves the others as they are.
# All have the same number of partitions, so that one account's events of every kind meet in one consumer.
set -eu
for topic in usage-events billing-events support-events feedback-events account-events \
    health-events renewal-events dead-letters; do
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
        --topic "$topic" --partitions "${PARTITIONS:-12}" --replication-factor "${REPLICATION:-1}"
done

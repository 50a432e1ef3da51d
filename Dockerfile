# One image a service:  docker build --build-arg SERVICE=ingest-service -t bellwether/ingest-service .
# The first stage is the same for all of them, so the layers are built once.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --quiet package -DskipTests \
    --projects ingest-service,health-service,alert-service,renewal-service,console --also-make

FROM eclipse-temurin:25-jre
ARG SERVICE
RUN test -n "$SERVICE" || { echo "say which service: --build-arg SERVICE=ingest-service" >&2; exit 1; }
WORKDIR /app
COPY --from=build /src/${SERVICE}/target/quarkus-app/ ./
COPY docker/healthcheck.sh /usr/local/bin/healthcheck
# The optimising compiler takes only what is called very often: else it takes a processor for the first seconds. The doors
# are left to it as they are: most of their code is the server's, and each request passes through all of it. They get all
# processors to collect garbage with, memory in pages of 2 MB where the host has them (madvise or always in
# /sys/kernel/mm/transparent_hugepage/enabled), and half of it for objects, 128 MB of which for what is fresh: what is on the
# network needs much beside them.
RUN if [ "$SERVICE" = ingest-service ]; then \
    echo "-XX:MaxRAMPercentage=50 -Xmn128m -XX:+UseParallelGC -XX:+UseTransparentHugePages" > jvm.args; else \
    echo "-XX:MaxRAMPercentage=70" > jvm.args && \
    echo "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000" >> jvm.args && \
    echo "-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000" >> jvm.args; fi
# Every container listens on the same port; what the host sees is the business of compose or Kubernetes.
ENV QUARKUS_HTTP_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "/usr/local/bin/healthcheck"]
ENTRYPOINT ["java", "@jvm.args", \
    "-XX:+UseCompactObjectHeaders", \
    "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", \
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", \
    "-jar", "quarkus-run.jar"]

# One image for each application:
#   ./mvnw -DskipTests package && docker build --build-arg APPLICATION=event-service -t natter/event-service .
FROM eclipse-temurin:17-jre AS layers
ARG APPLICATION
WORKDIR /build
COPY ${APPLICATION}/target/${APPLICATION}-*-app.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 natter && useradd --uid 10001 --gid natter --no-create-home natter \
    && install -d -o natter -g natter /natter/keys /natter/private
WORKDIR /natter/application
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER natter
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-jar", "application.jar"]

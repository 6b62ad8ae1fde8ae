package org.natter.access;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.natter.ids.HexId;
import org.natter.ids.TypedIds;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;

/**
 * The description of a service's API ({@code /v3/api-docs}) says what this room does for every route: who may call, what is
 * refused and how it reads, that an id is a text, that no field may be sent that is not named.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String HEX = "^" + HexId.PATTERN + "$";

    @Bean
    OpenAPI describedApi(AccessTable table) {
        return new OpenAPI()
                .info(new Info().title(table.service()).version("1"))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** Each route's token by the roles that may call; any one of them will do. */
    @Bean
    GlobalOpenApiCustomizer describedCallers(AccessTable table) {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> table.rolesOf(HttpMethod.valueOf(method.name()), path)
                                .forEach(role -> operation.addSecurityItem(
                                        new SecurityRequirement().addList(TOKEN, role.name())))));
    }

    @Bean
    GlobalOpenApiCustomizer describedProblems() {
        return api -> api.getComponents()
                .addSchemas("Problem", DescribedRefusals.problem())
                .addSchemas("Zone", zone());
    }

    @Bean
    GlobalOperationCustomizer describedRefusals(ObjectProvider<RefusalTable> table) {
        return new DescribedRefusals(table.getIfAvailable(RefusalTable::empty));
    }

    /** In an address an id is described as any text: springdoc knows of the converter, not of what it takes. */
    @Bean
    GlobalOperationCustomizer describedIds(ObjectProvider<TypedIds> ids) {
        return (operation, method) -> {
            for (var asked : method.getMethodParameters()) {
                asked.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                if (operation.getParameters() != null
                        && ids.stream().flatMap(known -> known.all().stream()).anyMatch(id -> isHex(id, asked))) {
                    operation.getParameters().stream()
                            .filter(described -> described.getName().equals(asked.getParameterName()))
                            .forEach(described -> described.setSchema(text(HEX)));
                }
            }
            return operation;
        };
    }

    private static boolean isHex(TypedIds.Id<?> id, MethodParameter asked) {
        return id.type() == asked.getParameterType() && isHex(id);
    }

    @Bean
    ModelConverter describedRecords(ObjectProvider<TypedIds> ids) {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(Instant.class, text(Texts.INSTANT).format("date-time"))
                .replaceWithSchema(LocalDateTime.class, text(Texts.WALL_TIME))
                .replaceWithSchema(LocalDate.class, text(Texts.DATE).format("date"))
                .replaceWithSchema(ZoneId.class, new JsonSchema().$ref("#/components/schemas/Zone"));
        ids.forEach(known -> known.all()
                .forEach(id -> SpringDocUtils.getConfig()
                        .replaceWithSchema(
                                id.type(), isHex(id) ? text(HEX) : new JsonSchema().types(Set.of("string")))));
        return new DescribedRecords();
    }

    private static boolean isHex(TypedIds.Id<?> id) {
        try {
            id.read("no hex letters");
            return false;
        } catch (IllegalArgumentException another) {
            return true;
        }
    }

    private static Schema<?> text(String pattern) {
        var schema = new JsonSchema();
        schema.addType("string");
        schema.setPattern(pattern);
        return schema;
    }

    private static Schema<?> zone() {
        var schema = new JsonSchema();
        schema.addType("string");
        schema.setEnum(List.copyOf(Texts.ZONES));
        return schema;
    }
}

package org.natter.web.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.ids.TypedIds;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller's method take a {@link SubmittedForm}, and typed ids in paths and queries. */
@Component
class SubmittedFormArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final TypedIds ids;

    SubmittedFormArgument(TypedIds ids) {
        this.ids = ids;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addFormatters(FormatterRegistry texts) {
        ids.all().forEach(id -> add(id, texts));
    }

    private static <T extends Record> void add(TypedIds.Id<T> id, FormatterRegistry texts) {
        texts.addConverter(String.class, id.type(), id::read);
        texts.addConverter(id.type(), String.class, id::write);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SubmittedForm.class;
    }

    @Override
    public SubmittedForm resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return SubmittedForm.of(request.getParameterMap());
    }
}

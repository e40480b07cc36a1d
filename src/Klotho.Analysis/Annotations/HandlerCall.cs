namespace Klotho.Analysis.Annotations;

/// <summary>The expression by which generated code calls a handler.</summary>
public static class HandlerCall
{
    /// <summary>The call, whose arguments are named as the lambdas of the runtime's declarations name their parameters.</summary>
    public static string On(string target, HandlerMethod handler)
    {
        var arguments = handler.Arguments.Items.Select(argument => argument switch
        {
            HandlerArgument.Message => "message",
            HandlerArgument.Context => "context",
            _ => "cancel",
        });
        return $"{target}.{CSharpName.Escaped(handler.Name)}({string.Join(", ", arguments)})";
    }
}

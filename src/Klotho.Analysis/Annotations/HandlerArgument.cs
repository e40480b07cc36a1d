namespace Klotho.Analysis.Annotations;

/// <summary>What a parameter of a handler is given.</summary>
public enum HandlerArgument
{
    Message,
    Context,
    Cancellation,
}

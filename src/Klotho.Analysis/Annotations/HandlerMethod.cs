using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Annotations;

/// <summary>A method that the runtime calls: on a message or on a schedule.</summary>
/// <param name="Class">The class that has it, resolved from a scope per call.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Arguments">What to pass, in the order of the parameters.</param>
/// <param name="Unit">The unit that the class belongs to.</param>
public sealed record HandlerMethod(TypeName Class, string Name, EquatableArray<HandlerArgument> Arguments, NodeId Unit)
{
    /// <summary>As edges and logs name it: <c>OcrWorker.Handle</c>.</summary>
    public string Display => $"{ClassName}.{Name}";

    private string ClassName
    {
        get
        {
            var name = Class.ToString();
            return name.Substring(name.LastIndexOf('.') + 1);
        }
    }
}

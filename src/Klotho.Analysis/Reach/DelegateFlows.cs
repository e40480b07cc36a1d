using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>A function as a value keeps what it returns and hands out, and gives its parameters what it is called with.</summary>
internal sealed class DelegateFlows(SourceProgram program, ResourceTypes resources, ResourceFlows flows, IOperation root)
{
    public void Record(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda when lambda.Syntax != root.Syntax:
                RecordLambda(lambda);
                break;
            case IMethodReferenceOperation { Parent: IDelegateCreationOperation created } group when resources.Contains(created.Type):
                RecordGroup(group, created);
                break;
            case IMethodReferenceOperation group when program.Declares(group.Method):
                Lose(group);
                break;
        }
    }

    private void RecordLambda(IAnonymousFunctionOperation lambda)
    {
        var function = lambda.Symbol;
        if (function.ReturnsVoid && function.Parameters.IsEmpty)
        {
            return;
        }

        foreach (var parameter in function.Parameters.Where(parameter => resources.Contains(parameter.Type)))
        {
            var site = flows.Sites.Of(lambda);
            flows.To(site, parameter, parameter.Type);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                flows.Both(site, new(parameter));
            }
        }

        // Of an expression tree, or of a delegate whose type does not say what it gives: nobody is seen to call it.
        if (lambda.Parent is not IDelegateCreationOperation { Type: { } type } || !resources.Contains(type))
        {
            if (resources.Contains(function.ReturnType) || function.Parameters.Any(parameter => resources.Contains(parameter.Type)))
            {
                flows.Escape(flows.Sites.Of(lambda), "what a lambda returns", lambda);
            }
        }
    }

    private void RecordGroup(IMethodReferenceOperation group, IDelegateCreationOperation created)
    {
        var site = flows.Sites.Of(created);
        var method = (group.Method.ReducedFrom ?? group.Method).OriginalDefinition;
        if (!program.Declares(method))
        {
            if (!flows.IsPlain(group))
            {
                flows.Escape(site, $"'{group.Method.Name}'", group);
            }

            return;
        }

        if (resources.Contains(method.ReturnType))
        {
            flows.To(new(method), site, method.ReturnType);
        }

        foreach (var parameter in method.Parameters.Where(parameter => resources.Contains(parameter.Type)))
        {
            flows.Hand(site, method, parameter.Ordinal, group, parameter.Type);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                flows.TakeOut(site, parameter);
            }
        }
    }

    // Whoever calls it has what it returns and hands out.
    private void Lose(IMethodReferenceOperation group)
    {
        var method = (group.Method.ReducedFrom ?? group.Method).OriginalDefinition;
        if (resources.Contains(method.ReturnType))
        {
            flows.Escape(new(method), "what a delegate returns", group);
        }

        foreach (var parameter in method.Parameters.Where(parameter => resources.IsShared(parameter.Type) || (parameter.RefKind is RefKind.Ref or RefKind.Out && resources.Contains(parameter.Type))))
        {
            flows.Escape(new(parameter), "what a delegate hands out", group);
        }
    }
}

using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What members that nobody names hand out, into the variables that take it: of <c>Deconstruct</c>, of enumerators, of lists that are matched.</summary>
internal sealed class Deconstruction(SourceProgram program, ResourceTypes resources, ResourceFlows flows)
{
    public void Record(IOperation operation, ResourcePatterns patterns)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } assignment:
                Assign(assignment, program.ModelOf(syntax).GetDeconstructionInfo(syntax));
                break;
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern:
                Match(pattern, method, patterns);
                break;
            case IListPatternOperation { IndexerSymbol: { } indexer } pattern when program.Declares(indexer):
                pattern.Patterns.Where(each => each is not ISlicePatternOperation).ToList().ForEach(each => patterns.Match(indexer, each));
                break;
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop:
                Enumerate(loop, program.ModelOf(syntax).GetForEachStatementInfo(syntax));
                break;
        }
    }

    /// <summary>What is in a value goes into the variables of a loop.</summary>
    public void Loop(IForEachLoopOperation loop, Variable what)
    {
        if (IsOwn(loop) || loop.Locals.Any(local => !resources.Contains(local.Type) && resources.CanHide(local.Type)))
        {
            flows.Escape(what, Surroundings.Describe(loop), loop);
        }

        foreach (var local in loop.Locals.Where(local => resources.Contains(local.Type)))
        {
            flows.To(what, local, local.Type);
        }
    }

    /// <summary>What is in a tuple or a pair goes into the variables on the left.</summary>
    public void TakeApart(IDeconstructionAssignmentOperation assignment, Variable what)
    {
        if (assignment.Parent is not IExpressionStatementOperation || assignment.Syntax is not AssignmentExpressionSyntax syntax || HiddenCalls.DeconstructionsOf(program.ModelOf(syntax).GetDeconstructionInfo(syntax)).Any(program.Declares))
        {
            flows.Escape(what, "a deconstruction", assignment);
        }

        Into(assignment.Target, what, assignment);
    }

    /// <summary>A value goes into a variable on the left, or what is in it into several.</summary>
    public void Into(IOperation target, Variable what, IOperation value)
    {
        var pending = new Stack<IOperation>([target]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                    pending.Push(tuple);
                    break;
                case ITupleOperation tuple:
                    tuple.Elements.ToList().ForEach(pending.Push);
                    break;
                case IDiscardOperation:
                    break;
                case { } variable when resources.Contains(variable.Type):
                    flows.Assign(variable, what, variable);
                    break;
                case { } variable when resources.CanHide(variable.Type):
                    flows.Escape(what, "a deconstruction", value);
                    break;
            }
        }
    }

    // Whether code of the source takes part in how elements come into the variables.
    private bool IsOwn(IForEachLoopOperation loop)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax)
        {
            return true;
        }

        var model = program.ModelOf(syntax);
        return (model.GetForEachStatementInfo(syntax).GetEnumeratorMethod is { } start && program.Declares(start))
            || (syntax is ForEachVariableStatementSyntax variables && HiddenCalls.DeconstructionsOf(model.GetDeconstructionInfo(variables)).Any(program.Declares));
    }

    // What comes out of what is not followed by itself: the enumerator says what it gives.
    private void Enumerate(IForEachLoopOperation loop, ForEachStatementInfo info)
    {
        if (resources.Contains(ServiceResolution.Unconverted(loop.Collection).Type) && info.GetEnumeratorMethod is { } known && !program.Declares(known))
        {
            return;
        }

        ISymbol? from = info.CurrentProperty is { } current && program.Declares(current) ? current
            : info.GetEnumeratorMethod is { } start && program.Declares(start) ? (start.ReducedFrom ?? start) : null;
        var type = (from as IPropertySymbol)?.Type ?? (from as IMethodSymbol)?.ReturnType;
        foreach (var local in loop.Locals.Where(local => resources.Contains(local.Type) || (resources.Contains(type) && resources.CanHide(local.Type))))
        {
            if (from is not null && resources.Contains(local.Type))
            {
                flows.To(new(from), local, local.Type);
            }
            else if (from is not null)
            {
                flows.Escape(new(from), $"'{local.Name}'", loop);
            }
            else if (resources.IsShared(local.Type))
            {
                flows.Escape(new(local), $"'{local.Name}'", loop);
            }
        }

        if (loop.Syntax is ForEachVariableStatementSyntax variables)
        {
            HiddenCalls.DeconstructionsOf(program.ModelOf(variables).GetDeconstructionInfo(variables)).ToList().ForEach(method => Lose(method, loop));
        }
    }

    private void Assign(IDeconstructionAssignmentOperation assignment, DeconstructionInfo info)
    {
        var target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
        if (info.Method is { } method && target is ITupleOperation tuple && Outs(method) is var outs && outs.Length == tuple.Elements.Length)
        {
            for (var index = 0; index < outs.Length; index++)
            {
                Receive(outs[index], tuple.Elements[index]);
            }
        }
        else if (info.Method is { } unmatched)
        {
            Lose(unmatched, assignment);
        }

        foreach (var nested in info.Nested.SelectMany(HiddenCalls.DeconstructionsOf))
        {
            Lose(nested, assignment);
        }
    }

    private void Match(IRecursivePatternOperation pattern, IMethodSymbol method, ResourcePatterns patterns)
    {
        var outs = Outs(method);
        for (var index = 0; index < outs.Length && index < pattern.DeconstructionSubpatterns.Length; index++)
        {
            patterns.Match(outs[index], pattern.DeconstructionSubpatterns[index]);
        }
    }

    private void Receive(IParameterSymbol from, IOperation target)
    {
        if (resources.Contains(target.Type) || resources.Contains(from.OriginalDefinition.Type))
        {
            flows.Assign(target, ResourceFlows.Source(from), target);
        }
    }

    private void Lose(IMethodSymbol method, IOperation at)
    {
        foreach (var parameter in Outs(method).Where(parameter => resources.Contains(parameter.Type)))
        {
            flows.Escape(ResourceFlows.Source(parameter), "a deconstruction", at);
        }
    }

    private static IParameterSymbol[] Outs(IMethodSymbol method) =>
        method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).ToArray();
}

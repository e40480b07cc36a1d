using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What members that nobody names hand out, into the variables that take it: of <c>Deconstruct</c>, of enumerators, of lists that are matched.</summary>
internal sealed class Deconstruction(SourceProgram program, ResourceConsumption consumption)
{
    public void Record(IOperation operation)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } assignment:
                Assign(assignment, program.ModelOf(syntax).GetDeconstructionInfo(syntax));
                break;
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern:
                Match(pattern, method);
                break;
            case IListPatternOperation { IndexerSymbol: { } indexer } pattern:
                pattern.Patterns.Where(each => each is not ISlicePatternOperation).ToList().ForEach(each => consumption.Match(indexer, each));
                break;
            case IForEachLoopOperation { Syntax: ForEachStatementSyntax syntax, Locals: { Length: 1 } locals }
                when program.ModelOf(syntax).GetForEachStatementInfo(syntax).CurrentProperty is { } current && program.Declares(current):
                consumption.Enumerate(current, locals[0], operation);
                break;
            case IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax syntax }:
                HiddenCalls.DeconstructionsOf(program.ModelOf(syntax).GetDeconstructionInfo(syntax)).ToList().ForEach(method => Lose(method, operation));
                break;
        }
    }

    private void Assign(IDeconstructionAssignmentOperation assignment, DeconstructionInfo info)
    {
        var target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
        if (info.Method is { } method && target is ITupleOperation tuple && Outs(method) is var outs && outs.Length == tuple.Elements.Length)
        {
            for (var index = 0; index < outs.Length; index++)
            {
                consumption.Receive(outs[index], tuple.Elements[index]);
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

    private void Match(IRecursivePatternOperation pattern, IMethodSymbol method)
    {
        var outs = Outs(method);
        for (var index = 0; index < outs.Length && index < pattern.DeconstructionSubpatterns.Length; index++)
        {
            consumption.Match(outs[index], pattern.DeconstructionSubpatterns[index]);
        }
    }

    private void Lose(IMethodSymbol method, IOperation at)
    {
        foreach (var parameter in Outs(method))
        {
            consumption.Lose(parameter, at);
        }
    }

    private static IParameterSymbol[] Outs(IMethodSymbol method) =>
        method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).ToArray();
}
